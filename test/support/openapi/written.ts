import openapiTypescript, { astToString } from 'openapi-typescript';
import type { OpenApi } from './document.js';

/** docs/openapi.json. */
export const documentText = (document: OpenApi): string => `${JSON.stringify(document, null, 1)}\n`;

/** The console's types of what it asks and is answered. */
export async function clientTypes(document: OpenApi): Promise<string> {
  const types = await openapiTypescript(JSON.stringify(document), { alphabetize: false, silent: true });
  return `// Written by \`npm run openapi\` out of docs/openapi.json.\n${astToString(types)}`;
}
