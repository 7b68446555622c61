import { describe, expect, it } from '@jest/globals';
import { as } from '#domain/ids.js';
import type { ExternalId, PlatformId } from '#domain/ids.js';
import { mapInboxRecord } from './mapper.js';
import type { InboxComment, InboxRecord } from './record.js';
import { readInboxRecord, recordBytes, requestIdOf } from './record.js';
import { identityOf, takeReport } from './take-report.js';
import { takeUpdate } from './take-update.js';

const SETTINGS = { zone: 'Asia/Shanghai', categorySystem: 'open311@1' };
const AT = new Date('2026-11-20T01:00:00Z');

const taken = (fields: Record<string, string>): InboxRecord =>
  takeReport(new URLSearchParams({ api_key: 'sesame', service_code: 'E0113', ...fields }), {
    id: as<ExternalId>('r1'),
    at: AT,
    serviceName: '道路破损',
  });

const read = (record: InboxRecord) => {
  const mapped = mapInboxRecord(recordBytes(record), SETTINGS);
  if (mapped.kind !== 'report') throw new Error(JSON.stringify(mapped));
  return mapped.draft;
};

const said = (id: string, at: string, text: string, change: Partial<InboxComment> = {}): InboxComment => ({
  update_id: id,
  at,
  text,
  media_url: [],
  ...change,
});

describe('a report of an Open311 client', () => {
  it.each([
    [
      'the labelled form',
      'title: 路面塌陷\n\ndetail: 塌了一块。\n\n第二段\n\nurl: http://fms.example/1\n\nSubmitted via FixMyStreet\n',
    ],
    ['the plain form', '路面塌陷\r\n\r\n塌了一块。\r\n\r\n第二段\r\n\r\nhttp://fms.example/1\r\n'],
  ])('finds title and text in %s of FixMyStreet', (_form, description) => {
    expect(read(taken({ description }))).toMatchObject({ title: '路面塌陷', body: '塌了一块。\n\n第二段' });
  });

  it('takes any other description as it is, and the title the client names', () => {
    const description = '路面塌了\n\n很深';
    expect(read(taken({ description }))).toMatchObject({ title: '路面塌了\n\n很深', body: description });
    expect(read(taken({ description, 'attribute[title]': '塌陷' }))).toMatchObject({ title: '塌陷', body: description });
  });

  it('says that the words are nobody’s where the client gives none', () => {
    expect(read(taken({}))).toMatchObject({ body: '道路破损', textIsGenerated: true });
    expect(read(taken({ description: '坑' }))).not.toHaveProperty('textIsGenerated');
  });

  it('reads who, where and of what nature', () => {
    const fields = {
      first_name: '岚',
      last_name: '秦',
      phone: '13800001234',
      address_id: '370299001001001',
      'attribute[nature]': 'tip-off',
    };
    expect(read(taken({ description: '坑', ...fields }))).toMatchObject({
      reporter: { name: '岚 秦', phone: '13800001234' },
      nature: 'tip-off',
      place: { gridCode: '370299001001001' },
      sourceCategory: { system: 'open311@1', code: 'E0113' },
    });
    expect(read(taken({ description: '坑', last_name: '-' }))).not.toHaveProperty('reporter');
  });

  it('keeps fields it makes nothing of, and no key', () => {
    const record = taken({ description: '坑', email: 'a@example.org', api_key: 'sesame' });
    expect(record.more).toEqual({ email: 'a@example.org' });
    expect(Buffer.from(recordBytes(record)).toString()).not.toContain('sesame');
  });

  it('puts pictures and what was said later behind the text, in order', () => {
    const report = taken({ description: '坑', media_url: 'https://fms.example/1.jpeg' });
    const later = said('u2', '2026-11-20T03:00:00.000Z', '更大了', { media_url: ['https://fms.example/2.jpeg'] });
    const once = takeUpdate([report], later)!;
    const twice = takeUpdate([once], said('u1', '2026-11-20T02:00:00.000Z', '有人摔了'))!;
    expect(read(twice).body).toBe(
      '坑\n附件：https://fms.example/1.jpeg\n补充（2026-11-20 10:00）：有人摔了\n补充（2026-11-20 11:00）：更大了\n附件：https://fms.example/2.jpeg',
    );
    expect(read(twice).sourceUpdatedAt).toEqual(new Date('2026-11-20T03:00:00.001Z'));
  });

  it('reads that the matter is not solved after all, the newest time it was said', () => {
    const first = takeUpdate(
      [taken({ description: '坑' })],
      said('u1', '2026-11-21T02:00:00.000Z', '没修', { said: 'unsolved' }),
    )!;
    const second = takeUpdate([first], said('u2', '2026-11-22T02:00:00.000Z', '谢谢'))!;
    expect(read(second).evaluation).toEqual({ solved: false, satisfied: false, at: new Date('2026-11-21T02:00:00Z') });
  });

  it('reads a report taken back as a withdrawal, whatever was said later', () => {
    const gone = takeUpdate([taken({ description: '坑' })], said('u1', '2026-11-21T02:00:00.000Z', '', { said: 'withdrawn' }))!;
    const talked = takeUpdate([gone], said('u2', '2026-11-21T03:00:00.000Z', '再见'))!;
    expect(mapInboxRecord(recordBytes(talked), SETTINGS)).toMatchObject({ kind: 'withdrawal', externalId: 'r1' });
  });
});

describe('comments that came at the same moment', () => {
  const report = taken({ description: '坑' });
  const [a, b] = [said('a', '2026-11-20T02:00:00.000Z', '甲'), said('b', '2026-11-20T02:00:00.000Z', '乙')];

  it('all stand in the version after both, which is later than either', () => {
    const [withA, withB] = [takeUpdate([report], a)!, takeUpdate([report], b)!];
    const both = takeUpdate([report, withA, withB], a)!;
    expect(both.updates.map(({ update_id }) => update_id).sort()).toEqual(['a', 'b']);
    expect(both.updated_datetime > withA.updated_datetime && both.updated_datetime > withB.updated_datetime).toBe(true);
  });

  it('make nothing new once they are all there, and a comment keeps its first words', () => {
    const withA = takeUpdate([report], a)!;
    expect(takeUpdate([report, withA], { ...a, text: '改口' })).toBeUndefined();
    expect(takeUpdate([report, withA], b)!.updates[0].text).toBe('甲');
  });
});

describe('the identity of a report', () => {
  const form = (fields: Record<string, string>): URLSearchParams => new URLSearchParams(fields);
  const fms = as<PlatformId>('fms');

  it('is the client’s number, apart for every client', () => {
    expect(identityOf(form({ 'attribute[fixmystreet_id]': '7', description: 'a' }), '2026-11-20')).toBe('7');
    expect(requestIdOf(fms, '7')).not.toBe(requestIdOf(as<PlatformId>('other'), '7'));
  });

  it('is what is said, where, by whom and on which day, where there is no number', () => {
    const one = identityOf(form({ service_code: 'E0113', description: '坑' }), '2026-11-20');
    expect(identityOf(form({ description: ' 坑 ', service_code: 'E0113', api_key: 'x' }), '2026-11-20')).toBe(one);
    expect(identityOf(form({ service_code: 'E0113', description: '坑', email: 'b@example.org' }), '2026-11-20')).not.toBe(one);
    expect(identityOf(form({ service_code: 'E0113', description: '坑' }), '2026-11-21')).not.toBe(one);
  });
});

it('reads its own records back and nothing else', () => {
  const record = taken({ description: '坑' });
  expect(readInboxRecord(recordBytes(record))).toEqual(record);
  expect(readInboxRecord(Buffer.from('{"description":7}'))).toBeUndefined();
  expect(readInboxRecord(Buffer.from([0xb7, 0xc3]))).toBeUndefined();
});
