import { expect } from '@jest/globals';
import { OperatorError, TransientError } from '#domain/errors.js';
import { collect } from '../collect.js';
import { group } from '../suite.js';
import type { Subject } from '../load-kinds.js';
import { never } from './never.js';

/** What every adapter that pulls must keep on any day. */
export function pullingCases(subject: Subject): void {
  group('pulling', subject, (test) => {
    test('gives every record of a platform in pages', async (stand) => {
      await stand.put(...stand.records(23));
      const got = await collect(stand.adapter(stand.pages(5)));
      expect(got.ids).toEqual(stand.ids(23));
      expect(got.largestPage).toBeLessThanOrEqual(Math.max(5, stand.kind.smallestPage ?? 0));
    });

    test('gives nothing and no fault for an empty platform', async (stand) => {
      await stand.turn();
      const got = await collect(stand.adapter());
      expect([got.ids, got.failures, [...got.unreadable]]).toEqual([[], [], []]);
    });

    test('gives an unchanged record as the same bytes on each pull', async (stand) => {
      await stand.put(...stand.records(12));
      const got = await collect(stand.adapter());
      await collect(stand.adapter(), undefined, got);
      expect([got.ids.length, got.versionCount]).toEqual([12, 12]);
    });

    test('asks little when nothing has changed', async (stand) => {
      await stand.put(...stand.records(300));
      const got = await collect(stand.adapter(stand.pages(50)));
      await collect(stand.adapter(stand.pages(50)), got.cursors.at(-1));
      stand.server.requests = 0;
      const again = await collect(stand.adapter(stand.pages(50)), got.cursors.at(-1));
      expect(stand.server.requests).toBeLessThanOrEqual(5);
      expect(again.ids.length).toBeLessThan(300);
    });

    test('finds a change after the last pull', async (stand) => {
      await stand.put(...stand.records(10));
      const got = await collect(stand.adapter());
      stand.book.touch(stand.record(3).externalId, { body: '望江路的坑又大了。' });
      await stand.turn();
      await collect(stand.adapter(), got.cursors.at(-1), got);
      expect(got.versions.get(stand.id(3))?.size).toBe(2);
      expect(stand.adapter().map(got.newest(stand.id(3)))).toMatchObject({
        draft: { body: expect.stringContaining('望江路的坑又大了。') },
      });
    });

    test('gives a record that was taken back', async (stand) => {
      await stand.put(...stand.records(5));
      const got = await collect(stand.adapter());
      stand.book.touch(stand.record(2).externalId, { withdrawn: true });
      await stand.turn();
      await collect(stand.adapter(), got.cursors.at(-1), got);
      expect(stand.adapter().map(got.newest(stand.id(2)))).toMatchObject({ kind: 'withdrawal', externalId: stand.id(2) });
    });

    test('gives a record that stands twice in a page once', async (stand) => {
      stand.behave({ repeatedId: 1 });
      await stand.put(...stand.records(14));
      const got = await collect(stand.adapter(stand.pages(5)));
      expect(got.ids).toEqual(stand.ids(14));
      expect(got.versionCount).toBe(14);
    });

    test('loses nothing on a bad day', async (stand) => {
      stand.behave({ tooMany: 0.03, serverError: 0.05, truncatedBody: 0.1, repeatedId: 0.3, unreadableRecord: 0.1 });
      await stand.put(...stand.records(60));
      const got = await collect(stand.adapter(stand.pages(5)));
      expect(got.ids.filter((id) => !id.endsWith('X'))).toEqual(stand.ids(60));
    });

    test('reads 10,000 records in bounded pages', async (stand) => {
      const start = Date.parse('2026-11-22T00:00:00Z');
      await stand.put(...stand.records(10_000).map((record, n) => ({ ...record, updatedAt: new Date(start + n * 100) })));
      const got = await collect(stand.adapter(stand.pages(200)));
      expect(got.ids.length).toBe(10_000);
      expect(got.largestPage).toBeLessThanOrEqual(Math.max(200, stand.kind.smallestPage ?? 0));
    }, 240_000);

    test('stops when it is told to', async (stand) => {
      await stand.put(...stand.records(200));
      const stop = new AbortController();
      const pages = stand.adapter(stand.pages(4)).pull!(undefined, stop.signal)[Symbol.asyncIterator]();
      await pages.next();
      stop.abort();
      await expect(pages.next()).rejects.toBeInstanceOf(TransientError);
    });

    test('refuses a cursor that is not its own', async (stand) => {
      await stand.put(...stand.records(3));
      for (const cursor of ['', 'page 7', '{}', '[]', 'null', '{"page":0}']) {
        const pulled = stand.adapter().pull!(cursor, never)[Symbol.asyncIterator]().next();
        await expect(pulled).rejects.toBeInstanceOf(OperatorError);
      }
    });
  });
}
