import type { Case } from '#domain/case/case.js';
import { STATUSES } from '#domain/case/case-status.js';
import { owedDeliveries } from '#domain/case/owed-deliveries.js';
import type { AttachedReport, DeliveryDraft } from '#domain/case/owed-messages.js';
import { NO_PROCEEDINGS } from '#domain/case/proceedings.js';
import { as } from '#domain/ids.js';
import { EVERY_EVENT } from './every-event.js';

const handling: Case = {
  id: as('018f0000-0000-7000-8000-000000000001'),
  number: as('HL20261122000001'),
  version: 4,
  status: 'handling',
  openedAt: new Date('2026-11-22T02:00:00Z'),
  title: '路灯不亮',
  category: as('P0120'),
  nature: 'complaint',
  urgency: 'normal',
  place: {},
  lead: as('power-supply'),
  coHandlers: [as('water-affairs')],
  returnedBy: [],
  round: 1,
  proceedings: NO_PROCEEDINGS,
};
const report: AttachedReport = {
  id: as('018f0000-0000-7000-8000-000000000002'),
  platform: as('hotline'),
  externalId: as('1'),
  body: '路灯不亮',
  withdrawn: false,
};
const facts = { categoryName: '路灯', departmentName: (id: string) => id, dueAt: {} };

/** Every webhook that any event makes us owe, from wherever the case stands; a dispatch takes it from another department. */
export const EVERY_WEBHOOK: readonly DeliveryDraft[] = STATUSES.flatMap((status) => {
  const before = { ...handling, status };
  return EVERY_EVENT.flatMap((event) => owedDeliveries(handling, before, event, [report], facts));
}).filter(({ channel }) => channel === 'webhook');
