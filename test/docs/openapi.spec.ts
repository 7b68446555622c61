import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { drawOpenApi } from '#test/support/openapi/document.js';
import { clientTypes, documentText } from '#test/support/openapi/written.js';
import { readDocument } from './document.js';

/** The compiler reads the whole project once. */
const TIME_LIMIT_MS = 240_000;

describe('docs/openapi.json', () => {
  it(
    'is what the code says, and so are the console’s types: `npm run openapi` writes both',
    async () => {
      const drawn = drawOpenApi();

      expect(differingLine(documentText(drawn), readDocument('docs/openapi.json'))).toBeUndefined();
      expect(differingLine(await clientTypes(drawn), readDocument('apps/console/src/api/schema.ts'))).toBeUndefined();
    },
    TIME_LIMIT_MS,
  );

  it('is OpenAPI 3.1', async () => {
    const validator = new Validator();

    const { valid, errors } = await validator.validate(JSON.parse(readDocument('docs/openapi.json')) as Record<string, unknown>);

    expect({ valid, errors, version: validator.version }).toEqual({ valid: true, errors: undefined, version: '3.1' });
  });
});

/** Two thousand lines side by side help nobody: the first that differs does. */
function differingLine(drawn: string, written: string): object | undefined {
  const [ours, theirs] = [drawn.split('\n'), written.split('\n')];
  const line = ours.findIndex((text, index) => text !== theirs[index]);
  if (line === -1) return ours.length === theirs.length ? undefined : { line: ours.length };
  return { line: line + 1, code: ours[line], file: theirs[line] };
}
