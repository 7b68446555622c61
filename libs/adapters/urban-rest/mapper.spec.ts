import { describe, expect, it } from '@jest/globals';
import { createAdapter } from '../adapters.js';

const SETTINGS = { baseUrl: 'http://127.0.0.1:1', token: 't' };
const PLANE = [
  { x: 50_000, y: 20_000, longitude: 120.38, latitude: 36.1 },
  { x: 50_000, y: 29_986.5, longitude: 120.38, latitude: 36.19 },
];

const read = (fields: Readonly<Record<string, unknown>>, settings: Readonly<Record<string, unknown>> = {}) =>
  createAdapter('urban-rest', { ...SETTINGS, ...settings }).map(
    Buffer.from(
      JSON.stringify({
        taskId: '2611200001',
        reportTime: '2026-11-20 09:00:00',
        updateTime: '2026/11/20 10:00:00',
        recDesc: '井盖破损',
        ...fields,
      }),
    ),
  );

describe('a case of the REST interface', () => {
  it('reads its category in the generation of the city', () => {
    const fields = { recType: '部件', bigClassCode: '01', smallClassCode: '02' };
    expect(read(fields)).toMatchObject({ draft: { sourceCategory: { system: 'gb-30428@2', code: 'P0102' } } });
    expect(read(fields, { categorySystem: 'cjt-214@old' })).toMatchObject({
      draft: { sourceCategory: { system: 'cjt-214@old', code: 'P0102' } },
    });
  });

  it.each(['10', 20, '立案', 40, '处置', '60', 70])('takes link %s as a case that stands', (status) => {
    expect(read({ status }).kind).toBe('report');
  });

  it('takes a void case as a withdrawal, also under a status of the city’s own', () => {
    expect(read({ status: 90 }).kind).toBe('withdrawal');
    expect(read({ status: '废弃' }, { statuses: { 废弃: 'void' } }).kind).toBe('withdrawal');
  });

  it('does not guess what an unknown status means', () => {
    expect(read({ status: 75 })).toEqual({ kind: 'rejected', faults: [{ field: 'status', message: '不认识的环节：75' }] });
  });

  it('reads the plane of a city by two known points, and asks for them', () => {
    const planar = { coordinates: 'planar', planarPoints: PLANE };
    expect(read({ coordX: 50_000, coordY: '29986.5' }, planar)).toMatchObject({
      draft: { place: { longitude: 120.38, latitude: 36.19 } },
    });
    expect(() => read({}, { coordinates: 'planar' })).toThrow('planarPoints');
    expect(() => read({}, { ...planar, planarPoints: [PLANE[0], PLANE[0]] })).toThrow('at least 100 m apart');
    expect(() => read({}, { statuses: { '95': 'gone' } })).toThrow('statuses must lead to one of');
  });

  it('tells what was solved from what was only explained', () => {
    const visited = { satisfaction: '基本满意', caseValuation: '解释说明', visitTime: '2026-11-21 09:00:00' };
    expect(read(visited)).toMatchObject({ draft: { evaluation: { solved: false, satisfied: true } } });
  });
});
