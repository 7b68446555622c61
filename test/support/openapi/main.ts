import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#config/project-root.js';
import { drawOpenApi } from './document.js';
import { clientTypes, documentText } from './written.js';

/** `npm run openapi`: writes what test/docs/openapi.spec.ts compares. */
const document = drawOpenApi();
for (const [file, text] of [
  ['docs/openapi.json', documentText(document)],
  ['apps/console/src/api/schema.ts', await clientTypes(document)],
] as const) {
  writeFileSync(join(projectRoot(), file), text);
  process.stdout.write(`${file}: ${text.split('\n').length} lines\n`);
}
