import { describe, expect, it } from '@jest/globals';
import { createAdapter } from '../adapters.js';

const settings = { baseUrl: 'https://311.city.example/open311/v2', jurisdictionId: 'city.example' };
const map = (record: object | string) =>
  createAdapter('open311', settings).map(Buffer.from(typeof record === 'string' ? record : JSON.stringify(record)));

const REQUEST = {
  service_request_id: 26001177,
  status: 'open',
  service_name: '路灯不亮',
  service_code: 'LGT-3',
  description: '滨河步道的三盏路灯都不亮了。',
  requested_datetime: '2026-11-20T18:02:21+08:00',
  updated_datetime: '2026-11-21T09:15:00+08:00',
  expected_datetime: '2026-11-25T18:00:00+08:00',
  address: '滨河步道 3 号门',
  lat: 36.102,
  long: 120.385,
};

describe('a request of GeoReport v2', () => {
  it('is a report with its category under the name of the jurisdiction', () => {
    expect(map(REQUEST)).toEqual({
      kind: 'report',
      draft: {
        externalId: '26001177',
        reportedAt: new Date('2026-11-20T10:02:21Z'),
        sourceUpdatedAt: new Date('2026-11-21T01:15:00Z'),
        title: '滨河步道的三盏路灯都不亮了。',
        body: '滨河步道的三盏路灯都不亮了。',
        nature: 'complaint',
        urgency: 'normal',
        sourceCategory: { system: 'open311@city.example', code: 'LGT-3', name: '路灯不亮' },
        place: { address: '滨河步道 3 号门', longitude: 120.385, latitude: 36.102 },
        sourceDueAt: new Date('2026-11-25T10:00:00Z'),
      },
    });
  });

  it('says the same in XML, with types and nils as some cities write them', () => {
    const xml = `<request>
      <service_request_id type="integer">26001177</service_request_id>
      <status>open</status><status_notes nil="true"/>
      <service_name>路灯不亮</service_name><service_code>LGT-3</service_code>
      <description><![CDATA[滨河步道的三盏路灯都不亮了。]]></description>
      <requested_datetime type="datetime">2026-11-20T18:02:21+08:00</requested_datetime>
      <updated_datetime>2026-11-21T09:15:00+08:00</updated_datetime>
      <expected_datetime>2026-11-25T18:00:00+08:00</expected_datetime>
      <address>滨河步道 3 号门</address>
      <lat type="decimal">36.102</lat><long type="decimal">120.385</long>
      <extended_attributes><ward>7</ward></extended_attributes>
    </request>`;
    expect(map(xml)).toEqual(map(REQUEST));
  });

  it('was last changed when it was made, where the city leaves that empty', () => {
    for (const updated_datetime of [null, '', undefined]) {
      expect(map({ ...REQUEST, updated_datetime })).toMatchObject({
        draft: { sourceUpdatedAt: new Date('2026-11-20T10:02:21Z') },
      });
    }
  });

  it('has its kind and address for a text where the city keeps the description to itself, and says so', () => {
    const { description: _description, ...silent } = REQUEST;
    expect(map(silent)).toMatchObject({
      draft: { title: '路灯不亮', body: '路灯不亮：滨河步道 3 号门', textIsGenerated: true },
    });
  });

  it('has no place where the city gives 0,0 or nothing', () => {
    for (const [lat, long] of [
      [0, 0],
      ['0.000', '0'],
      [null, null],
      ['', ''],
    ]) {
      expect(map({ ...REQUEST, lat, long })).toMatchObject({ draft: { place: { address: '滨河步道 3 号门' } } });
      expect(JSON.stringify(map({ ...REQUEST, lat, long }))).not.toContain('longitude');
    }
  });

  it('is rejected with every fault at once: swapped coordinates, a time nobody can read, no number', () => {
    const broken = {
      ...REQUEST,
      service_request_id: '',
      lat: 120.385,
      long: 36.102,
      requested_datetime: 'gestern',
      updated_datetime: null,
    };
    expect(map(broken)).toEqual({
      kind: 'rejected',
      faults: [
        { field: 'service_request_id', message: '缺少必填内容' },
        { field: 'requested_datetime', message: '时间无法识别：gestern' },
        { field: 'long,lat', message: '坐标超出范围' },
      ],
    });
  });

  it('is rejected when nothing says what it is about', () => {
    const { description: _d, service_name: _n, service_code: _c, ...nothing } = REQUEST;
    expect(map(nothing)).toMatchObject({ kind: 'rejected', faults: [{ field: 'description' }] });
  });

  it('is taken back when it was cancelled, and not when it was closed', () => {
    expect(map({ ...REQUEST, status: 'Cancelled' })).toEqual({
      kind: 'withdrawal',
      externalId: '26001177',
      at: new Date('2026-11-21T01:15:00Z'),
    });
    expect(map({ ...REQUEST, status: 'closed', status_notes: 'Duplicate' }).kind).toBe('report');
  });
});
