import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { DEPARTMENT_COMMANDS, DepartmentCommandDto } from '#apps/api/department/department-command.dto.js';
import type { Case } from '#domain/case/case.js';
import { STATUSES } from '#domain/case/case-status.js';
import { NO_PROCEEDINGS } from '#domain/case/proceedings.js';
import { owedDeliveries } from '#domain/case/owed-deliveries.js';
import type { AttachedReport } from '#domain/case/owed-messages.js';
import { as } from '#domain/ids.js';
import { validateSync } from 'class-validator';
import { readDocument, readTable } from './document.js';
import { EVERY_EVENT } from './every-event.js';

const document = readDocument('README.md');
const types = readTable(document, 'type', 'says');
const namesIn = (cell: string): string[] =>
  cell
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

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
const webhooks = STATUSES.flatMap((status) => {
  const before = { ...handling, status };
  return EVERY_EVENT.flatMap((event) => owedDeliveries(handling, before, event, [report], facts));
}).filter(({ channel }) => channel === 'webhook');

describe('README.md on departments', () => {
  it('names every type of webhook that a department can be sent, and no other', () => {
    expect(types.map(([type]) => type).sort()).toEqual([...new Set(webhooks.map(({ type }) => type))].sort());
  });

  it.each(types.filter(([, , fields]) => fields !== 'as above'))('says of %s what it carries', (type, _says, fields) => {
    const sent = webhooks.find((webhook) => webhook.type === type);

    expect(Object.keys(sent?.payload ?? {})).toEqual(expect.arrayContaining(['caseNumber', 'version', ...namesIn(fields)]));
  });

  it('shows a dispatch as it is sent', () => {
    const example = /```json\n(\{\s+"type".*?)```/s.exec(document)?.[1] ?? '';
    const { type, data } = JSON.parse(example) as { type: string; data: object };

    const sent = webhooks.find((webhook) => webhook.type === type);

    expect(Object.keys(data).sort()).toEqual(Object.keys(sent?.payload ?? {}).sort());
  });

  it('names every command that a department can send', () => {
    expect(readTable(document, 'command', 'needs').map(([command]) => command)).toEqual([...DEPARTMENT_COMMANDS]);
  });

  it.each(readTable(document, 'command', 'needs'))('names what `%s` needs', (command, needs) => {
    const refused = validateSync(Object.assign(new DepartmentCommandDto(), { command })).map(({ property }) => property);

    expect(refused.sort()).toEqual(namesIn(needs).sort());
  });
});
