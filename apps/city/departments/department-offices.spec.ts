import { describe, expect, it } from '@jest/globals';
import type { MatterTruth } from '../matters/matter.js';
import { DepartmentOffices } from './department-offices.js';
import { DepartmentWork } from './department-work.js';
import { Errands } from './errands.js';

const matter: MatterTruth = { id: 'M7-1', kind: 'street-lamp', category: 'P0137', department: 'sanitation', gridCode: '1' };

describe('the offices of the departments', () => {
  it('tell which matter was closed, once it was the own case of the department', () => {
    const line = { say: () => new Promise<never>(() => undefined) };
    const options = { seed: 1, pace: 0, now: () => new Date('2026-11-22T02:00:00Z') };
    const work = new DepartmentWork(line, { majority: () => matter }, options);
    const closed: string[] = [];
    const offices = new DepartmentOffices(work, new Errands(line, options), (matterId) => closed.push(matterId));

    offices.told('sanitation', 'case.dispatched', { caseNumber: 'HL1', role: 'lead' });
    offices.told('transport', 'case.dispatched', { caseNumber: 'HL1', role: 'co-handler' });
    offices.told('sanitation', 'case.supervised', { caseNumber: 'HL1' });
    expect(work.snapshot().desk.length).toBe(2);

    offices.told('transport', 'case.closed', { caseNumber: 'HL1' });
    offices.told('sanitation', 'case.closed', { caseNumber: 'HL1' });
    expect(closed).toEqual(['M7-1']);
    expect(work.snapshot().desk).toEqual([]);
  });
});
