import { expect } from '@jest/globals';
import iconv from 'iconv-lite';
import { OperatorError } from '#domain/errors.js';
import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import { Collected, collect } from '../collect.js';
import { group } from '../suite.js';
import type { Subject } from '../load-kinds.js';
import type { Stand } from '../stand.js';
import { valueAt, withValue } from '../wire/wire.js';
import type { Edit } from '../wire/wire.js';

/** Edits the record of one number only. */
const onlyIn =
  (stand: Stand, n: number, edit: Edit): Edit =>
  (record) =>
    String(valueAt(record, stand.kind.fields.id)) === stand.record(n).externalId ? edit(record) : record;

const kindsOf = (stand: Stand, got: Collected): Record<string, MappedRecord['kind']> =>
  Object.fromEntries(got.ids.map((id) => [id, stand.adapter().map(got.newest(id)).kind]));

/** Ten records of which one was edited on its way: it alone may be rejected. */
async function expectOneRejected(stand: Stand, edit: Edit): Promise<void> {
  stand.interfere({ record: onlyIn(stand, 4, edit) });
  await stand.put(...stand.records(10));
  const got = await collect(stand.adapter(stand.pages(10)));
  const kinds = kindsOf(stand, got);
  const rejected = Object.keys(kinds).filter((id) => kinds[id] === 'rejected');
  expect(rejected.length + got.unreadable.size).toBe(1);
  expect(Object.keys(kinds).filter((id) => kinds[id] === 'report')).toEqual(stand.ids(10).filter((id) => id !== stand.id(4)));
}

/** What a platform changes without telling, and what spoils on the way. */
export function driftCases(subject: Subject): void {
  const { fields } = subject.kind;

  group('drift', subject, (test) => {
    test('keeps a field it does not know', async (stand) => {
      stand.interfere({ record: (record) => ({ ...record, newField2027: '以后再说' }) });
      await stand.put(...stand.records(3));
      const got = await collect(stand.adapter());
      expect(got.ids).toEqual(stand.ids(3));
      const raw = Buffer.from(got.newest(stand.id(1))).toString('utf8');
      expect(raw).toContain('newField2027');
      expect(raw).toContain('以后再说');
      expect(stand.adapter().map(got.newest(stand.id(1))).kind).toBe('report');
    });

    test('rejects a record without a required field, and takes the rest of its page', (stand) =>
      expectOneRejected(stand, (record) => withValue(record, fields.text, undefined)));

    test('rejects a record whose field changed its type, and takes the rest of its page', (stand) =>
      expectOneRejected(stand, (record) => withValue(record, fields.reportedAt, { year: '2026' })));

    test('reports records that nobody can read and goes on with the rest', async (stand) => {
      stand.behave({ unreadableRecord: 1 });
      await stand.put(...stand.records(9));
      const adapter = stand.adapter(stand.pages(4));
      const got = await collect(adapter);
      const rejected = got.ids.filter((id) => adapter.map(got.newest(id)).kind === 'rejected');
      expect(rejected.length + got.unreadable.size).toBe(2);
      expect(got.ids.filter((id) => !id.endsWith('X'))).toEqual(stand.ids(9));
    });

    test('takes a page with a field of 10 MB or says which setting forbids it', async (stand) => {
      const long = '坑'.repeat(3_500_000);
      stand.interfere({ record: onlyIn(stand, 1, (record) => withValue(record, fields.text, long)) });
      await stand.put(...stand.records(4));
      const outcome = await collect(stand.adapter()).catch((thrown: unknown) => thrown);
      if (outcome instanceof OperatorError) expect(outcome.message).toMatch(/pageSize|maxBodyMegabytes/);
      else if (outcome instanceof Collected) {
        expect(outcome.ids.length + outcome.unreadable.size).toBeGreaterThanOrEqual(stand.kind.transport === 'files' ? 2 : 4);
      } else throw outcome;
    });

    test('loses only what bytes of another charset spoil, or asks for the page again', async (stand) => {
      const spoiler = new CharsetSpoiler('路面塌了');
      stand.interfere({ bytes: (bytes) => spoiler.spoilOnce(bytes) });
      await stand.put(...stand.records(6));
      const got = await collect(stand.adapter());
      expect(spoiler.spoilt).toBe(true);
      expect(got.ids.length + got.unreadable.size).toBe(6);
      for (const id of got.ids) expect(Buffer.from(got.newest(id)).toString('utf8')).toContain('路面塌了');
    });
  });
}

/** Puts bytes that are neither UTF-8 nor GBK in the place of one word, once. */
class CharsetSpoiler {
  spoilt = false;

  constructor(private readonly word: string) {}

  spoilOnce(bytes: Uint8Array): Uint8Array {
    const whole = Buffer.from(bytes);
    for (const charset of ['utf-8', 'gbk']) {
      const word = iconv.encode(this.word, charset);
      const at = this.spoilt ? -1 : whole.indexOf(word);
      if (at < 0) continue;
      this.spoilt = true;
      return Buffer.concat([whole.subarray(0, at), Buffer.from([0xff, 0xfe, 0x81, 0xff]), whole.subarray(at + word.length)]);
    }
    return bytes;
  }
}
