import { describe, expect, it } from '@jest/globals';
import { as, type CategoryCode, type DepartmentId } from '../ids.js';
import type { Duty } from './duty-list.js';
import { layDuties, type DefaultDuty } from './lay-duties.js';

const department = (id: string): DepartmentId => as<DepartmentId>(id);
const code = as<CategoryCode>('E0107');
const listed = (first: DefaultDuty['first']): DefaultDuty => ({
  line: 9,
  list: 'E01',
  category: code,
  lead: department('city'),
  coHandlers: [department('parks')],
  first,
});
const offices = new Map([
  ['甲街道', department('street-a')],
  ['乙街道', department('street-b')],
]);
const own = (line: number, lead: string, place: { street?: string; community?: string } = {}): Duty => ({
  line,
  category: code,
  ...place,
  lead: department(lead),
  coHandlers: [],
});
const shown = (duties: readonly Duty[]) => duties.map(({ street, community, lead }) => [street, community, lead]);

describe('layDuties', () => {
  it('gives what is owner first to the owner everywhere', () => {
    expect(layDuties([listed('owner')], [], offices)).toEqual([listed('owner')]);
  });

  it('gives what is territory first to each street, with the owner beside and above it', () => {
    const duties = layDuties([listed('territory')], [], offices);
    expect(shown(duties)).toEqual([
      [undefined, undefined, 'city'],
      ['甲街道', undefined, 'street-a'],
      ['乙街道', undefined, 'street-b'],
    ]);
    expect(duties[1]).toMatchObject({ line: 9, list: 'E01', coHandlers: ['city', 'parks'], supervisor: 'city' });
  });

  it('lets a line of the city replace what the list says of the category', () => {
    expect(shown(layDuties([listed('territory')], [own(1, 'police')], offices))).toEqual([[undefined, undefined, 'police']]);
  });

  it('lets a line of a place win there and leaves the rest', () => {
    const lines = [own(1, 'police', { street: '甲街道' }), own(2, 'museum', { street: '乙街道', community: '三社区' })];
    expect(shown(layDuties([listed('territory')], lines, offices))).toEqual([
      [undefined, undefined, 'city'],
      ['乙街道', undefined, 'street-b'],
      ['甲街道', undefined, 'police'],
      ['乙街道', '三社区', 'museum'],
    ]);
  });
});
