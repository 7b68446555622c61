import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { DEPARTMENT_COMMANDS } from '#apps/api/department/department-command.dto.js';
import type { Case, CaseEvent } from '#domain/case/case.js';
import { NO_PROCEEDINGS } from '#domain/case/proceedings.js';
import { owedDeliveries } from '#domain/case/owed-deliveries.js';
import { as } from '#domain/ids.js';
import { readDocument, readTable } from './document.js';

const document = readDocument('README.md');

const at = new Date('2026-11-22T02:00:00Z');
const handling: Case = {
  id: as('018f0000-0000-7000-8000-000000000001'),
  number: as('HL20261122000001'),
  version: 4,
  status: 'handling',
  openedAt: at,
  title: '路灯不亮',
  category: as('P0120'),
  nature: 'complaint',
  urgency: 'normal',
  place: {},
  lead: as('power-supply'),
  coHandlers: [],
  returnedBy: [],
  round: 1,
  proceedings: NO_PROCEEDINGS,
};

/** Events after which a department must be told something; the dispatch takes the case from another department. */
const because = '说明';
const EVENTS: readonly CaseEvent[] = [
  {
    type: 'case.dispatched',
    at,
    actor: 'hub',
    data: { lead: as('urban-management'), coHandlers: [], because, rule: 'duty-list' },
  },
  {
    type: 'report.attached',
    at,
    actor: 'hub',
    data: { reportId: as('018f0000-0000-7000-8000-000000000002'), relation: 'same-matter', score: 9, shares: [] },
  },
  { type: 'case.reworked', at, actor: 'hub', data: { because } },
  { type: 'case.closed', at, actor: 'hub', data: { because } },
  { type: 'case.withdrawn', at, actor: 'hub', data: { because } },
  {
    type: 'reports.left',
    at,
    actor: 'operator:li',
    data: { grouping: as('g'), reportIds: [], to: as('c'), toNumber: as('HL1'), because },
  },
  {
    type: 'case.merged',
    at,
    actor: 'operator:li',
    data: { grouping: as('g'), into: as('c'), intoNumber: as('HL1'), because, departmentKnows: true },
  },
];

describe('README.md on departments', () => {
  it('names every type of webhook that a department can be sent', () => {
    const facts = { categoryName: '路灯', departmentName: (id: string) => id, dueAt: {} };

    const sent = EVENTS.flatMap((event) => owedDeliveries(handling, handling, event, [], facts)).map(({ type }) => type);

    const types = document.split('\n').find((line) => line.startsWith('Types: ')) ?? '';
    const paragraph = document.slice(document.indexOf(types)).split('\n\n')[0];
    const named = [...paragraph.matchAll(/`(case\.[a-z_-]+)`/g)].map(([, type]) => type);
    expect(named.sort()).toEqual([...new Set(sent)].sort());
  });

  it('names every command that a department can send', () => {
    expect(readTable(document, 'command', 'needs').map(([command]) => command)).toEqual([...DEPARTMENT_COMMANDS]);
  });
});
