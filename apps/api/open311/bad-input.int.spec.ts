import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { as } from '#domain/ids.js';
import { RecordSeal } from '#domain/ports/vault.js';
import { FixMyStreet, errorOf } from '#test/support/fixmystreet.js';
import { FIXMYSTREET_KEY, Open311Hub, inboxRow } from '#test/support/open311-hub.js';
import { until } from '#test/support/until.js';

type Form = Record<string, string | undefined>;

const good = (change: Form = {}): Form => ({
  jurisdiction_id: 'yunlan',
  service_code: 'E0113',
  description: '路面塌了一块',
  address_string: '望江路 12 号',
  ...change,
});

const comment = (change: Form = {}): Form => ({
  jurisdiction_id: 'yunlan',
  service_request_id: '0123456789abcdef',
  update_id: '1',
  status: 'OPEN',
  updated_datetime: '2026-11-20T09:00:00+08:00',
  description: '还是坏的',
  ...change,
});

describe('an Open311 server that is asked wrongly', () => {
  let town: Open311Hub;
  let fms: FixMyStreet;

  beforeAll(async () => {
    town = await Open311Hub.open([
      inboxRow('fixmystreet', { apiKey: FIXMYSTREET_KEY, jurisdictionId: 'yunlan' }),
      inboxRow('neighbour', { apiKey: 'sesame-neighbour', jurisdictionId: 'chengwan' }),
    ]);
    fms = new FixMyStreet(town.hub.url, FIXMYSTREET_KEY);
  });
  afterAll(() => town?.close());

  it.each<[string, Form, number, RegExp]>([
    ['no key', { api_key: undefined }, 403, /api_key was not provided/],
    ['a wrong key', { api_key: 'sesame-fixmystree' }, 403, /api_key is not valid/],
    ['the key of another jurisdiction', { api_key: 'sesame-neighbour' }, 403, /api_key is not valid/],
    ['no jurisdiction where there are two', { jurisdiction_id: '' }, 400, /jurisdiction_id was not provided/],
    ['an unknown jurisdiction', { jurisdiction_id: 'atlantis' }, 404, /jurisdiction_id provided was not found/],
    ['no service', { service_code: undefined }, 400, /service_code was not provided/],
    ['an unknown service', { service_code: 'E9999' }, 404, /service_code provided was not found/],
    ['a name that every object has as its service', { service_code: '__proto__' }, 404, /service_code provided/],
    ['no place', { address_string: ' ' }, 400, /a location is needed/],
    ['an unknown address', { address_string: '', address_id: '#NOTPINPOINTED#' }, 400, /address_id is no grid/],
    ['coordinates 0,0 and nothing else', { address_string: '', lat: '0', long: '0.0' }, 400, /a location is needed/],
    ['swapped coordinates', { lat: '120.344', long: '36.08' }, 400, /lat and long are swapped/],
    ['coordinates off the earth', { lat: '36.08', long: '220' }, 400, /no point of the earth/],
    ['coordinates that are none', { lat: '36,08', long: '120.344' }, 400, /decimal degrees/],
    ['half a point', { lat: '36.08' }, 400, /given together/],
    ['a description of 4,001 characters', { description: '坑'.repeat(4001) }, 400, /description has more than 4000 characters/],
    ['a picture that is no address', { media_url: 'javascript:alert(1)' }, 400, /media_url is no web address/],
    ['a value the definition does not have', { 'attribute[nature]': 'revenge' }, 400, /attribute\[nature\]/],
  ])('refuses a report with %s', async (_what, change, status, description) => {
    const answer = await fms.post('requests.xml', good(change));
    expect(errorOf(answer)).toEqual([status, String(status), expect.stringMatching(description)]);
    expect(answer.type).toBe('text/xml; charset=utf-8');
  });

  it.each<[string, string, Record<string, string>, number, RegExp]>([
    ['91 days', 'requests', { start_date: '2026-01-01T00:00:00Z', end_date: '2026-04-02T00:00:00Z' }, 400, /more than 90 days/],
    ['a time that runs backwards', 'requests', { start_date: '2026-01-02', end_date: '2026-01-01' }, 400, /is after end_date/],
    ['a date that is none', 'requests', { start_date: 'yesterday' }, 400, /start_date is no W3C date/],
    ['the 30th of February', 'requests', { end_date: '2026-02-30' }, 400, /end_date is no W3C date/],
    ['a page of 5,000', 'requests', { page_size: '5000' }, 400, /page_size must be a number from 1 to 1000/],
    ['page nought', 'requests', { page: '0' }, 400, /page must be/],
    ['an unknown status', 'requests', { status: 'open,ajar' }, 400, /not ajar/],
    ['an unknown request', 'requests/0123456789abcdef', {}, 404, /service_request_id was not found/],
    ['an unknown token', 'tokens/0123456789abcdef', {}, 404, /token was not found/],
    ['an unknown service', 'services/E9999', {}, 404, /service_code provided was not found/],
    ['updates without a key', 'servicerequestupdates', {}, 403, /api_key was not provided/],
    ['updates with a wrong key', 'servicerequestupdates', { api_key: 'guessed-it' }, 403, /api_key is not valid/],
    [
      'updates of 91 days',
      'servicerequestupdates',
      { api_key: FIXMYSTREET_KEY, start_date: '2026-01-01', end_date: '2026-04-02' },
      400,
      /90 days/,
    ],
  ])('refuses to show %s', async (_what, path, parameters, status, description) => {
    const asked = { jurisdiction_id: 'yunlan', ...parameters };
    expect(errorOf(await fms.get(`${path}.xml`, asked))).toEqual([status, String(status), expect.stringMatching(description)]);
    const json = await fms.get(`${path}.json`, asked);
    expect([json.status, json.type]).toEqual([status, 'application/json; charset=utf-8']);
    expect(JSON.parse(json.text)).toEqual([{ code: status, description: expect.stringMatching(description) }]);
  });

  it.each<[string, Form, number, RegExp]>([
    ['no number', { update_id: undefined }, 400, /update_id was not provided/],
    ['no request', { service_request_id: '' }, 400, /service_request_id was not provided/],
    ['an unknown request', {}, 404, /service_request_id was not found/],
    ['an unknown status', { status: 'EXPLODED' }, 400, /status must be one of open, closed/],
    ['no time', { updated_datetime: undefined }, 400, /updated_datetime was not provided/],
    ['a time that is none', { updated_datetime: '20/11/2026' }, 400, /updated_datetime is no W3C date/],
  ])('refuses a comment with %s', async (_what, change, status, description) => {
    const answer = await fms.post('servicerequestupdates.xml', comment(change));
    expect(errorOf(answer)).toEqual([status, String(status), expect.stringMatching(description)]);
  });

  it('refuses a form in another charset and one that is no form', async () => {
    const form = (body: string, type = 'application/x-www-form-urlencoded') =>
      fetch(`${town.hub.url}/open311/v2/requests.json`, { method: 'POST', headers: { 'content-type': type }, body });
    const gbk = await form(`api_key=${FIXMYSTREET_KEY}&jurisdiction_id=yunlan&service_code=E0113&description=%C2%B7%C3%E6`);
    expect([gbk.status, await gbk.json()]).toEqual([400, [{ code: 400, description: 'description is not UTF-8' }]]);
    const json = await form('{"service_code":"E0113"}', 'application/json');
    expect([json.status, await json.json()]).toEqual([
      400,
      [{ code: 400, description: expect.stringContaining('must be a form') }],
    ]);
  });

  it('keeps a wrong key on record, but not the key', async () => {
    await fms.post('requests.xml', good({ api_key: 'guessed-key-1' }));
    const refusals = await town.query<{ detail: string }>(`select who, code, detail from refusals where who = 'open311'`);
    expect(refusals).toContainEqual({ who: 'open311', code: 'FORBIDDEN', detail: 'no client has that api_key' });
    expect(JSON.stringify(refusals)).not.toContain('guessed');
  });

  it('took nothing in of all that, and no key into what it keeps', async () => {
    const id = (await fms.report(good({ 'attribute[fixmystreet_id]': '1' })))['service_request_id'];
    const records = await town.query<{ external_id: string; platform: string; bytes: Buffer }>(
      'select external_id, platform, bytes from records',
    );
    expect(records.map((record) => record.external_id)).toEqual([id]);
    const [{ platform, bytes }] = records;
    const opened = town.hub.app.get(RecordSeal, { strict: false }).open(bytes, { platform: as(platform), externalId: as(id) });
    expect(Buffer.from(opened ?? []).toString()).toContain('fixmystreet_id');
    expect(Buffer.from(opened ?? []).toString()).not.toContain('sesame');
  });

  it('carries characters that are special in XML, emoji and stray control characters in both formats alike', async () => {
    const description = '<坑> & "路" \'灯\' ]]> 👷🏽‍♀️ \u0001\u000b\uFFFE末\r\n第二行';
    const { service_request_id: id } = await fms.report(good({ description, 'attribute[fixmystreet_id]': '2' }));
    const [fromXml] = await fms.requests({ jurisdiction_id: 'yunlan', service_request_id: id });
    const answer = await fms.get('requests.json', { jurisdiction_id: 'yunlan', service_request_id: id });
    const [fromJson] = JSON.parse(answer.text) as [Record<string, string>];
    expect(fromXml['description']).toBe('<坑> & "路" \'灯\' ]]> 👷🏽‍♀️ 末\n第二行');
    expect(fromJson['description']).toBe(fromXml['description']);
  });

  it('reads a time whose plus sign nobody escaped', async () => {
    const path = 'requests.xml?jurisdiction_id=yunlan&start_date=2026-11-01T00:00:00+08:00&end_date=2026-11-02T00:00:00+08:00';
    expect((await fms.get(path)).status).toBe(200);
  });

  it('loses no comment when many come at once, and none twice', async () => {
    const { service_request_id: id } = await fms.report(good({ 'attribute[fixmystreet_id]': '3', description: '井盖不见了' }));
    const said = Array.from({ length: 12 }, (_, n) =>
      comment({ service_request_id: id, update_id: String(n), description: `第${n}次催` }),
    );
    const numbers = await Promise.all([...said, ...said].map((one) => fms.comment(one)));
    expect(new Set(numbers).size).toBe(12);
    const body = await until(async () => {
      const sql = `select body from reports where external_id = $1 and not exists (select 1 from records where external_id = $1 and outcome is null)`;
      const [row] = await town.query<{ body: string }>(sql, [id]);
      return row?.body.match(/第\d+次催/g)?.length === 12 ? row.body : undefined;
    });
    expect(new Set(body.match(/第\d+次催/g)).size).toBe(12);
  });
});
