import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OperatorError, TransientError } from '#domain/errors.js';
import { Collected, collect } from './collect.js';
import { Stand } from './stand.js';

const never = new AbortController().signal;

/** What every adapter that pulls must keep. */
export function pullContract(kind: string): void {
  describe('pulling', () => {
    let stand: Stand;
    beforeEach(async () => (stand = await Stand.open(kind)));
    afterEach(() => stand.close());

    const idsOf = (count: number): string[] => stand.records(count).map(({ externalId }) => externalId);

    it('gives every record of a platform in pages', async () => {
      stand.book.put(...stand.records(23));
      await stand.turn();
      const got = await collect(stand.adapter({ pageSize: 5 }));
      expect(got.ids).toEqual(idsOf(23));
      expect(got.largestPage).toBeLessThanOrEqual(5);
    });

    it('gives nothing and no fault for an empty platform', async () => {
      const got = await collect(stand.adapter());
      expect(got.ids).toEqual([]);
    });

    it('loses nothing when it starts again after any page', async () => {
      stand.book.put(...stand.records(20));
      await stand.turn();
      const whole = await collect(stand.adapter({ pageSize: 4 }));
      for (const [page, cursor] of whole.cursors.entries()) {
        const split = new Collected();
        let pages = 0;
        for await (const each of stand.adapter({ pageSize: 4 }).pull!(undefined, never)) {
          split.keep(each);
          if (pages++ === page) break;
        }
        await collect(stand.adapter({ pageSize: 4 }), cursor, split);
        expect(split.ids).toEqual(idsOf(20));
      }
    });

    it('loses nothing when many records changed in the same second', async () => {
      const at = new Date('2026-11-22T01:00:00Z');
      stand.book.put(...stand.records(30).map((record) => ({ ...record, updatedAt: at })));
      await stand.turn();
      expect((await collect(stand.adapter({ pageSize: 4 }))).ids).toEqual(idsOf(30));
    });

    it('loses nothing when records leave the second that is being read', async () => {
      const at = new Date('2026-11-22T01:00:00Z');
      stand.book.put(...stand.records(40).map((record) => ({ ...record, updatedAt: at })));
      await stand.turn();
      const got = await collect(stand.adapter({ pageSize: 4 }), undefined, new Collected(), async (page) => {
        if (page <= 12) stand.book.touch(idsOf(40)[page - 1]);
        await stand.turn();
      });
      await collect(stand.adapter({ pageSize: 4 }), got.cursors.at(-1), got);
      expect(got.ids).toEqual(idsOf(40));
    });

    it('gives an unchanged record as the same bytes on each pull', async () => {
      stand.book.put(...stand.records(12));
      await stand.turn();
      const got = await collect(stand.adapter());
      await collect(stand.adapter(), undefined, got);
      expect(got.versionCount).toBe(12);
    });

    it('asks little when nothing has changed', async () => {
      stand.book.put(...stand.records(300));
      await stand.turn();
      const got = await collect(stand.adapter({ pageSize: 50 }));
      await collect(stand.adapter({ pageSize: 50 }), got.cursors.at(-1));
      stand.requests = 0;
      await collect(stand.adapter({ pageSize: 50 }), got.cursors.at(-1));
      expect(stand.requests).toBeLessThanOrEqual(4);
    });

    it('finds a change after the last pull, and a record that appears late', async () => {
      stand.book.put(...stand.records(10));
      await stand.turn();
      const got = await collect(stand.adapter());
      stand.book.touch(idsOf(10)[3], { body: '望江路的坑又大了。' });
      stand.book.put(stand.record(900, { updatedAt: new Date('2026-11-22T00:00:01Z') }));
      await stand.turn();
      await collect(stand.adapter(), got.cursors.at(-1), got);
      expect(got.versions.get(idsOf(10)[3])?.size).toBe(2);
      expect(got.ids).toContain(stand.record(900).externalId);
    });

    it('reports records that nobody can read and goes on with the rest', async () => {
      stand.behave({ unreadableRecord: 1 });
      stand.book.put(...stand.records(9));
      await stand.turn();
      const adapter = stand.adapter({ pageSize: 4 });
      const got = await collect(adapter);
      const rejected = got.ids.filter((id) => adapter.map(got.newest(id)).kind === 'rejected');
      expect(rejected.length + got.unreadable.size).toBe(2);
      expect(got.ids.filter((id) => !id.endsWith('X'))).toEqual(idsOf(9));
    });

    it('gives a record that stands twice in a page', async () => {
      stand.behave({ repeatedId: 1 });
      stand.book.put(...stand.records(14));
      await stand.turn();
      const got = await collect(stand.adapter({ pageSize: 5 }));
      expect(got.ids).toEqual(idsOf(14));
      expect(got.versionCount).toBe(14);
    });

    it('loses nothing on a bad day', async () => {
      stand.behave({ tooMany: 0.2, serverError: 0.1, truncatedBody: 0.2, repeatedId: 0.3, unreadableRecord: 0.1 });
      stand.book.put(...stand.records(60));
      await stand.turn();
      const got = await collect(stand.adapter({ pageSize: 5 }));
      expect(got.ids.filter((id) => !id.endsWith('X'))).toEqual(idsOf(60));
    });

    it('reads 10,000 records in bounded pages', async () => {
      stand.book.put(
        ...stand
          .records(10_000)
          .map((record, n) => ({ ...record, updatedAt: new Date(Date.parse('2026-11-22T00:00:00Z') + n * 100) })),
      );
      await stand.turn();
      const got = await collect(stand.adapter({ pageSize: 200 }));
      expect(got.ids.length).toBe(10_000);
      expect(got.largestPage).toBeLessThanOrEqual(200);
    }, 240_000);

    it('stops within a second when it is told to', async () => {
      stand.book.put(...stand.records(200));
      await stand.turn();
      const stop = new AbortController();
      const pages = stand.adapter({ pageSize: 4 }).pull!(undefined, stop.signal)[Symbol.asyncIterator]();
      await pages.next();
      stop.abort();
      const begun = performance.now();
      await expect(pages.next()).rejects.toBeInstanceOf(TransientError);
      expect(performance.now() - begun).toBeLessThan(1000);
    });

    it('refuses a cursor that is not its own', async () => {
      for (const cursor of ['', 'page 7', '{}', '[]']) {
        await expect(collect(stand.adapter(), cursor)).rejects.toBeInstanceOf(OperatorError);
      }
    });
  });
}
