import { describe, expect, it } from '@jest/globals';
import { compareDuties, editDuties, type OwnDuties } from './own-duties.js';

const OWN: OwnDuties = {
  duties: [
    { category: 'E0113', lead: 'urban-management', coHandlers: ['transport'] },
    { category: 'E0113', street: '云岚街道', lead: 'street-yunlan' },
  ],
  componentOwners: [{ prefix: 'P01', owner: 'water-supply' }],
  territory: { 云岚街道: 'street-yunlan' },
  backstop: 'urban-management',
};

describe('editing the own duties', () => {
  it('puts a line in place of the one for the same place, and leaves the others where they stand', () => {
    const edited = editDuties(OWN, [
      { op: 'put', rule: { what: 'line', category: 'E0113', lead: 'transport' } },
      { op: 'put', rule: { what: 'line', category: 'E0101', street: '云岚街道', community: '石阶社区', lead: 'planning' } },
    ]);
    expect(edited.duties).toEqual([
      { category: 'E0113', lead: 'transport' },
      { category: 'E0113', street: '云岚街道', lead: 'street-yunlan', coHandlers: [] },
      { category: 'E0101', street: '云岚街道', community: '石阶社区', lead: 'planning' },
    ]);
    expect(edited).toMatchObject({
      componentOwners: OWN.componentOwners,
      territory: OWN.territory,
      backstop: 'urban-management',
    });
  });

  it('puts and removes owners, territories and the backstop', () => {
    const edited = editDuties(OWN, [
      { op: 'put', rule: { what: 'component-owner', prefix: 'P02', owner: 'telecom' } },
      { op: 'remove', rule: { what: 'component-owner', prefix: 'P01', owner: '' } },
      { op: 'put', rule: { what: 'territory', street: '望屿街道', office: 'street-wangyu' } },
      { op: 'remove', rule: { what: 'backstop', department: '' } },
    ]);
    expect(edited.componentOwners).toEqual([{ prefix: 'P02', owner: 'telecom' }]);
    expect(edited.territory).toEqual({ 云岚街道: 'street-yunlan', 望屿街道: 'street-wangyu' });
    expect(edited).not.toHaveProperty('backstop');
  });

  it('refuses to remove what is not there', () => {
    expect(() => editDuties(OWN, [{ op: 'remove', rule: { what: 'line', category: 'E0999', lead: '' } }])).toThrow(
      'edits.0: there is no such rule to remove',
    );
  });
});

describe('comparing own duties', () => {
  it('finds nothing between two that say the same', () => {
    expect(compareDuties(OWN, editDuties(OWN, []))).toEqual([]);
  });

  it('names what is gone, otherwise and new', () => {
    const other = editDuties(OWN, [
      { op: 'remove', rule: { what: 'line', category: 'E0113', street: '云岚街道', lead: '' } },
      { op: 'put', rule: { what: 'backstop', department: 'transport' } },
      { op: 'put', rule: { what: 'territory', street: '望屿街道', office: 'street-wangyu' } },
    ]);
    expect(compareDuties(OWN, other)).toEqual([
      { before: { what: 'line', category: 'E0113', street: '云岚街道', lead: 'street-yunlan', coHandlers: [] } },
      { before: { what: 'backstop', department: 'urban-management' }, after: { what: 'backstop', department: 'transport' } },
      { after: { what: 'territory', street: '望屿街道', office: 'street-wangyu' } },
    ]);
  });
});
