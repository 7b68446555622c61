import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import { decodeText } from '../formats/decode-text.js';
import { fieldOf, isFields } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import { parseXml } from '../formats/parse-xml.js';
import { mapUrbanCase } from '../formats/urban/urban-case.js';
import type { UrbanNames } from '../formats/urban/urban-case.js';
import type { UrbanSoapSettings } from './config.js';

const NAMES: UrbanNames = {
  id: 'TASKID',
  updatedAt: 'UPDATETIME',
  reportedAt: 'REPORTTIME',
  description: 'CASEDESC',
  kind: 'KIND',
  bigClass: 'BIGCLASS',
  smallClass: 'SMALLCLASS',
  urgent: 'URGENT',
  component: 'PARTSN',
  grid: 'GRIDCODE',
  x: 'COORDX',
  y: 'COORDY',
  address: 'ADDRESS',
  street: 'STREET',
  community: 'COMMUNITY',
  reporter: 'REPORTER',
  phone: 'PHONE',
  dueAt: 'LIMITTIME',
  status: 'STATUS',
  hotlineOrder: 'HOTLINESN',
  satisfaction: 'VISIT',
  visitedAt: 'VISITTIME',
};

/** The children of a `<case>` element. */
export function caseFields(bytes: Uint8Array): Fields | undefined {
  const text = decodeText(bytes, 'utf-8');
  const document = text === undefined ? undefined : parseXml(text);
  const found = document && fieldOf(document, 'case');
  return isFields(found) ? found : undefined;
}

/** A `<case>` element → what it says. */
export const mapCase = (bytes: Uint8Array, settings: UrbanSoapSettings): MappedRecord =>
  mapUrbanCase(
    caseFields(bytes),
    NAMES,
    settings,
    (entry) => entry.text('FEEDBACKREF') !== undefined || entry.text('FOLLOWUPREFS') !== undefined,
  );
