import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import { jsonFields } from '../formats/read-record.js';
import { mapUrbanCase } from '../formats/urban/urban-case.js';
import type { UrbanNames } from '../formats/urban/urban-case.js';
import type { UrbanRestSettings } from './config.js';

const NAMES: UrbanNames = {
  id: 'taskId',
  updatedAt: 'updateTime',
  reportedAt: 'reportTime',
  description: 'recDesc',
  kind: 'recType',
  bigClass: 'bigClassCode',
  smallClass: 'smallClassCode',
  urgent: 'urgentDegree',
  component: 'partSn',
  grid: 'gridCode',
  x: 'coordX',
  y: 'coordY',
  address: 'address',
  street: 'streetName',
  community: 'communityName',
  reporter: 'reporter',
  phone: 'reporterPhone',
  dueAt: 'deadlineTime',
  status: 'status',
  hotlineOrder: 'hotlineSn',
  satisfaction: 'satisfaction',
  valuation: 'caseValuation',
  visitedAt: 'visitTime',
};

/** A case of the REST interface → what it says. */
export const mapCase = (bytes: Uint8Array, settings: UrbanRestSettings): MappedRecord =>
  mapUrbanCase(
    jsonFields(bytes),
    NAMES,
    settings,
    (entry) => entry.text('feedbackRef') !== undefined || entry.hasItems('followUpRefs'),
  );
