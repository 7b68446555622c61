import { inspect } from 'node:util';
import { expect } from '@jest/globals';
import { HubError } from '#domain/errors.js';
import type { PushRequest } from '#domain/ports/platform-adapter.js';
import { openInbound, received } from '../raw-records.js';
import { group } from '../suite.js';
import type { Subject } from '../load-kinds.js';
import type { Stand } from '../stand.js';
import { valueAt, withValue } from '../wire/wire.js';
import type { Edit } from '../wire/wire.js';

const MINUTE = 60_000;

/** What every adapter that is pushed to must keep. */
export function receivingCases(subject: Subject): void {
  const { fields, pushing } = subject.kind;
  if (!pushing) throw new Error(`${subject.name} receives, so its file in kinds/ must say how it is pushed to (pushing)`);
  const { sign, batch, strangers } = pushing;
  const receive = (stand: Stand, request: PushRequest) => stand.adapter().receive!(request, stand.now);
  const refusalOf = (stand: Stand, request: PushRequest): HubError => {
    try {
      receive(stand, request);
    } catch (thrown) {
      if (thrown instanceof HubError) return thrown;
      throw thrown;
    }
    throw new Error('the request was taken');
  };
  const at = (stand: Stand, minutes: number): Date => new Date(stand.now.getTime() + minutes * MINUTE);
  const onlyIn =
    (stand: Stand, n: number, edit: Edit): Edit =>
    (record) =>
      valueAt(record, fields.id) === stand.record(n).externalId ? edit(record) : record;

  /** Of ten pushed events one was edited: all are taken, and its record alone is rejected. */
  async function expectOneRejected(stand: Stand, edit: Edit): Promise<void> {
    stand.interfere({ record: onlyIn(stand, 4, edit) });
    stand.book.put(...stand.records(10));
    const records = (await received(stand)).flatMap((taken) => taken.records);
    const rejected = records.filter(({ bytes }) => stand.adapter().map(bytes).kind === 'rejected');
    expect([records.length, rejected.map(({ externalId }) => externalId)]).toEqual([10, [stand.id(4)]]);
  }

  group('receiving', subject, (test) => {
    test('takes every event of a platform that pushes until the hub says yes', async (stand) => {
      stand.behave({ truncatedBody: 0.3, repeatedId: 0.3, unreadableRecord: 0.1 });
      stand.book.put(...stand.records(120));
      const ids = new Set<string>();
      let asked = 0;
      const inbound = await openInbound((request) => {
        if (++asked % 3 === 0) return 503;
        try {
          for (const { externalId } of receive(stand, request).records) ids.add(externalId);
          return 202;
        } catch (thrown) {
          return thrown instanceof HubError && thrown.code === 'PUSH_BODY_INVALID' ? 400 : 500;
        }
      });
      const pusher = stand.pusher(inbound.url);
      for (let round = 0; round < 40; round++) await pusher.push();
      await inbound.close();
      expect([...ids].filter((id) => !id.endsWith('X')).sort()).toEqual(stand.ids(120));
      expect([...ids].filter((id) => id.endsWith('X')).length).toBe(2);
    });

    test('takes the same event as the same bytes, however often it is pushed', (stand) => {
      const first = batch([{ [fields.id]: 'a', x: 1.5 }]);
      const second = first.replaceAll(',', ' , ').replaceAll('1.5', '1.50');
      const [a, b] = [first, second].map((body) => receive(stand, sign(body, stand.now)).records[0].bytes);
      expect(first).not.toBe(second);
      expect(a).toEqual(b);
    });

    test('reports an event without an id and takes the others', (stand) => {
      const { records, unreadable } = receive(stand, sign(batch([{ nameless: '?' }, 7, { [fields.id]: 'b' }]), stand.now));
      expect(records.map(({ externalId }) => externalId)).toEqual(['b']);
      expect(unreadable.map(({ faults }) => faults[0].field)).toEqual([fields.id, '']);
    });

    test('keeps a field it does not know that was pushed', async (stand) => {
      stand.interfere({ record: (record) => ({ ...record, newField2027: '以后再说' }) });
      stand.book.put(...stand.records(2));
      const [{ bytes }] = (await received(stand)).flatMap(({ records }) => records);
      expect(Buffer.from(bytes).toString('utf8')).toContain('以后再说');
      expect(stand.adapter().map(bytes).kind).toBe('report');
    });

    test('takes an event without a required field, whose record is then rejected alone', (stand) =>
      expectOneRejected(stand, (record) => withValue(record, fields.text, undefined)));

    test('takes an event whose field changed its type, whose record is then rejected alone', (stand) =>
      expectOneRejected(stand, (record) => withValue(record, fields.text, { lines: ['one', 'two'] })));

    test('takes an event with a field of 10 MB', async (stand) => {
      const long = '坑'.repeat(3_500_000);
      stand.interfere({ record: onlyIn(stand, 1, (record) => withValue(record, fields.text, long)) });
      stand.book.put(...stand.records(3));
      const records = (await received(stand)).flatMap((taken) => taken.records);
      expect(records.map(({ externalId }) => externalId)).toEqual(stand.ids(3));
    });

    test('gives an event that was taken back', async (stand) => {
      stand.book.put(stand.record(1, { withdrawn: true }));
      const [{ bytes }] = (await received(stand)).flatMap(({ records }) => records);
      expect(stand.adapter().map(bytes)).toMatchObject({ kind: 'withdrawal', externalId: stand.id(1) });
    });

    test('refuses a request that is not signed by the platform', (stand) => {
      const good = sign(batch([]), stand.now);
      const requests: PushRequest[] = [
        sign(batch([]), stand.now, 'guessed'),
        { ...good, body: Buffer.from(batch([1])) },
        { headers: {}, body: good.body },
        ...Object.values(strangers).map((spoil) => spoil(good)),
      ];
      for (const request of requests) {
        expect(refusalOf(stand, request)).toMatchObject({ name: 'RejectedError', code: 'PUSH_SIGNATURE_INVALID' });
      }
    });

    test('refuses a request that is older or newer than it may be', (stand) => {
      for (const minutes of [-6, 6]) {
        const request = sign(batch([]), at(stand, minutes));
        expect(refusalOf(stand, request)).toMatchObject({ name: 'RejectedError', code: 'PUSH_SIGNATURE_INVALID' });
      }
    });

    test('allows five minutes between the two clocks', (stand) => {
      for (const minutes of [-5, 5]) expect(receive(stand, sign(batch([]), at(stand, minutes))).records).toEqual([]);
    });

    test('refuses a body that is none', (stand) => {
      const cut = Buffer.from(batch([{ [fields.id]: 'a' }])).subarray(0, -3);
      for (const body of ['', 'null', '[]', '{"other":3}', cut, '\uD800', Buffer.from([0xff, 0xfe, 0x81])]) {
        const refusal = refusalOf(stand, sign(body, stand.now));
        expect(refusal).toMatchObject({ name: 'RejectedError', code: 'PUSH_BODY_INVALID' });
      }
    });

    test('tells no secret when it refuses a request', (stand) => {
      const refusals = [refusalOf(stand, sign(batch([]), stand.now, 'sesame-guessed')), refusalOf(stand, sign('', stand.now))];
      for (const refusal of refusals) expect(inspect(refusal, { depth: 8 })).not.toContain('sesame');
    });
  });
}
