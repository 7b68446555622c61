import { expect } from '@jest/globals';
import { HubError } from '#domain/errors.js';
import { Collected, collect } from '../collect.js';
import { group } from '../suite.js';
import type { Subject } from '../load-kinds.js';
import type { Stand } from '../stand.js';
import { valueAt, withValue } from '../wire/wire.js';
import { never } from './never.js';

const MINUTE = 60_000;
const SAME_SECOND = new Date('2026-11-22T01:00:00Z');

/** Pulls `pages` pages and stops as if killed; the cursor of the last page is where the next process starts. */
async function pullPages(stand: Stand, pages: number, into: Collected): Promise<void> {
  let pulled = 0;
  for await (const page of stand.adapter(stand.pages(4)).pull!(undefined, never)) {
    into.keep(page);
    if (++pulled === pages) return;
  }
}

/** Stops after each page in turn and goes on in a new process; each time everything must be there. */
async function expectNothingLostAfterAnyPage(stand: Stand, count: number): Promise<void> {
  const whole = await collect(stand.adapter(stand.pages(4)));
  expect(whole.cursors.length).toBeGreaterThan(2);
  for (let pages = 1; pages <= whole.cursors.length; pages++) {
    const split = new Collected();
    await pullPages(stand, pages, split);
    await collect(stand.adapter(stand.pages(4)), split.cursors.at(-1), split);
    expect([pages, split.ids]).toEqual([pages, stand.ids(count)]);
  }
}

/** Records that appear one by one under a platform's own clock, pulled after each. */
async function expectNothingLostUnderSkew(stand: Stand, skewMs: number): Promise<void> {
  const got = new Collected();
  for (let n = 0; n < 12; n++) {
    stand.now = new Date(Date.parse('2026-11-22T04:00:00Z') + n * MINUTE);
    await stand.put(stand.record(n, { updatedAt: new Date(stand.now.getTime() + skewMs) }));
    await collect(stand.adapter(stand.pages(4)), got.cursors.at(-1), got);
  }
  expect(got.ids).toEqual(stand.ids(12));
}

/** Makes any platform that lists by time list its newest record first, each under its true time. */
function listNewestFirst(stand: Stand): void {
  const { fields, time } = stand.kind;
  stand.book.showNewestFirst();
  stand.interfere({
    record: (record) => {
      const known = stand.book.find(stand.platform, String(valueAt(record, fields.id)));
      return known ? withValue(record, fields.changedAt, time(known.updatedAt)) : record;
    },
  });
}

/** Where data is lost when it is lost: at the end of a page, of a second, of a pull. */
export function boundaryCases(subject: Subject): void {
  group('boundaries', subject, (test) => {
    test('loses nothing when the last page is exactly full', async (stand) => {
      await stand.put(...stand.records(12));
      const got = await collect(stand.adapter(stand.pages(4)));
      expect(got.ids).toEqual(stand.ids(12));
      await stand.put(stand.record(12));
      await collect(stand.adapter(stand.pages(4)), got.cursors.at(-1), got);
      expect(got.ids).toEqual(stand.ids(13));
    });

    test('loses nothing when it starts again after any page', async (stand) => {
      await stand.put(...stand.records(20));
      await expectNothingLostAfterAnyPage(stand, 20);
    });

    test('loses nothing when many records changed in the same second', async (stand) => {
      await stand.put(...stand.records(30, { updatedAt: SAME_SECOND }));
      expect((await collect(stand.adapter(stand.pages(4)))).ids).toEqual(stand.ids(30));
    });

    test('loses nothing when it starts again within records of the same second', async (stand) => {
      await stand.put(...stand.records(14, { updatedAt: SAME_SECOND }));
      await expectNothingLostAfterAnyPage(stand, 14);
    });

    test('loses nothing when records leave the second that is being read', async (stand) => {
      await stand.put(...stand.records(40, { updatedAt: SAME_SECOND }));
      const got = await collect(stand.adapter(stand.pages(4)), undefined, new Collected(), async (page) => {
        if (page <= 12) stand.book.touch(stand.record(page - 1).externalId);
        await stand.turn();
      });
      await collect(stand.adapter(stand.pages(4)), got.cursors.at(-1), got);
      expect(got.ids).toEqual(stand.ids(40));
    });

    test('finds a record that appears late under an older time', async (stand) => {
      await stand.put(...stand.records(10));
      const got = await collect(stand.adapter());
      await stand.put(stand.record(900, { updatedAt: new Date('2026-11-22T00:00:01Z') }));
      await collect(stand.adapter(), got.cursors.at(-1), got);
      expect(got.ids).toContain(stand.id(900));
    });

    test('gives an updated record though its time went back within the overlap', async (stand) => {
      await stand.put(...stand.records(10));
      const got = await collect(stand.adapter());
      await stand.put(stand.record(9, { updatedAt: new Date('2026-11-22T00:00:02Z'), body: '坑已经两米宽了。' }));
      await collect(stand.adapter(), got.cursors.at(-1), got);
      expect(stand.adapter().map(got.newest(stand.id(9)))).toMatchObject({
        draft: { body: expect.stringContaining('坑已经两米宽了。') },
      });
    });

    test('loses nothing to a platform whose clock is five minutes behind', (stand) =>
      expectNothingLostUnderSkew(stand, -5 * MINUTE));

    test('loses nothing to a platform whose clock is five minutes ahead', (stand) =>
      expectNothingLostUnderSkew(stand, 5 * MINUTE));

    test('is not led astray by a record dated in the far future', async (stand) => {
      await stand.put(...stand.records(5), stand.record(5, { updatedAt: new Date('2037-05-01T00:00:00Z') }));
      const got = await collect(stand.adapter(stand.pages(4)));
      await stand.put(stand.record(6));
      await collect(stand.adapter(stand.pages(4)), got.cursors.at(-1), got);
      expect(got.ids).toEqual(stand.ids(7));
    });

    test('loses nothing when a page is not in order', async (stand) => {
      stand.interfere({ reversed: true });
      await stand.put(...stand.records(21));
      const got = await collect(stand.adapter(stand.pages(4)));
      await collect(stand.adapter(stand.pages(4)), got.cursors.at(-1), got);
      expect(got.ids).toEqual(stand.ids(21));
    });

    test('loses nothing when a platform lists the newest first', async (stand) => {
      listNewestFirst(stand);
      await stand.put(...stand.records(21));
      const got = await collect(stand.adapter(stand.pages(4)));
      expect(got.ids).toEqual(stand.ids(21));
      await stand.put(...[21, 22, 23, 24, 25, 26].map((n) => stand.record(n)));
      await collect(stand.adapter(stand.pages(4)), got.cursors.at(-1), got);
      expect(got.ids).toEqual(stand.ids(27));
    });

    test('goes on behind an empty page that says there is more', async (stand) => {
      const hidden = [4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => stand.record(n).externalId);
      const shown = (id: unknown): boolean => !hidden.includes(String(id));
      stand.interfere({ record: (record) => (shown(valueAt(record, stand.kind.fields.id)) ? record : undefined) });
      await stand.put(...stand.records(20));
      const got = await collect(stand.adapter(stand.pages(4)));
      expect(got.ids).toEqual([0, 1, 2, 3, 13, 14, 15, 16, 17, 18, 19].map((n) => stand.id(n)).sort());
    });

    test('ends when a platform gives the same page for ever', async (stand) => {
      await stand.put(...stand.records(20));
      let first: Uint8Array | undefined;
      stand.interfere({ bytes: (bytes) => (first ??= isList(stand, bytes) ? bytes : undefined) ?? bytes });
      const outcome = await collect(stand.adapter(stand.pages(4)), undefined, new Collected(), (page) => {
        if (page > 50) throw new Error('it went on and on');
      }).catch((thrown: unknown) => thrown);
      if (outcome instanceof HubError) expect(outcome.code).toBe('PLATFORM_CURSOR_LOOP');
      else expect(outcome).toBeInstanceOf(Collected);
    });
  });
}

/** Whether bytes list records at all; a token's answer does not. */
function isList(stand: Stand, bytes: Uint8Array): boolean {
  let records = 0;
  stand.kind.wire.inPage(bytes, (record) => (records++, record));
  return records > 0;
}
