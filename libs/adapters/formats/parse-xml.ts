import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';
import { isFields } from './parse-json.js';
import type { Fields } from './parse-json.js';

const MOST_CHARACTERS = 32 * 1024 * 1024;
const FORBIDDEN = /<!(DOCTYPE|ENTITY)/i;

// htmlEntities adds numeric references (&#20013;) to the five of XML itself
const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  htmlEntities: true,
  maxNestedTags: 20,
});
const builder = new XMLBuilder({ ignoreAttributes: false, format: false });

/**
 * An XML document as fields (text children are strings, attributes are `@_name`), or undefined when it is broken, too
 * large, or brings a document type or entities of its own: no platform needs them, attackers do.
 */
export function parseXml(text: string, mostCharacters = MOST_CHARACTERS): Fields | undefined {
  if (text.length > mostCharacters || FORBIDDEN.test(text)) return undefined;
  try {
    if (XMLValidator.validate(text) !== true) return undefined;
    const read: unknown = parser.parse(text);
    return isFields(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** One element written out again, the same fields always as the same text. */
export const buildXml = (fields: Fields): string => builder.build(fields);
