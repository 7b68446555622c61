import type { Case, CaseEvent } from '#domain/case/case.js';
import { openCase } from '#domain/case/evolve-case.js';
import { as } from '#domain/ids.js';
import type { CaseId } from '#domain/ids.js';

export const NOON = new Date('2026-11-20T04:00:00Z');

/** The event that opens a case; boring unless told otherwise. */
export function anOpening(
  data: Partial<Extract<CaseEvent, { type: 'case.opened' }>['data']> = {},
): Extract<CaseEvent, { type: 'case.opened' }> {
  return {
    type: 'case.opened',
    at: NOON,
    actor: 'hub',
    data: {
      number: as('HL20261120000001'),
      reportId: as('report-1'),
      title: '路灯不亮',
      category: as('P0106'),
      nature: 'complaint',
      urgency: 'normal',
      place: { street: '云岚街道' },
      ...data,
    },
  };
}

/** A case as it stands after opening, with some facts set. */
export const aCase = (facts: Partial<Case> = {}): Case => ({ ...openCase(as<CaseId>('case-1'), anOpening()), ...facts });
