import { expect } from '@jest/globals';
import { HubError } from '#domain/errors.js';
import { Collected } from '../collect.js';
import { received } from '../raw-records.js';
import { group } from '../suite.js';
import type { Subject } from '../load-kinds.js';
import type { Stand } from '../stand.js';
import { never } from './never.js';

const MOST_MEGABYTES = 400;

async function read(stand: Stand): Promise<number | HubError> {
  try {
    const adapter = stand.adapter();
    if (adapter.pull) {
      const got = new Collected();
      for await (const page of adapter.pull(undefined, never)) got.keep(page);
      return got.ids.length + got.unreadable.size;
    }
    const taken = await received(stand);
    return taken.flatMap(({ records, unreadable }) => [...records, ...unreadable]).length;
  } catch (thrown) {
    if (thrown instanceof HubError) return thrown;
    throw thrown;
  }
}

/** Bytes that are an attack, or look like one. */
export function hostileCases(subject: Subject): void {
  group('hostile', subject, (test) => {
    test('survives bytes made to exhaust whoever reads them, and says so or rejects them', async (stand) => {
      stand.interfere({ bytes: (bytes) => subject.kind.wire.bomb(bytes) });
      stand.book.put(...stand.records(3));
      await stand.turn();
      const before = process.memoryUsage().rss;
      const outcome = await read(stand);
      expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(MOST_MEGABYTES);
      if (outcome instanceof HubError) expect(outcome.code).toMatch(/^(PLATFORM|PUSH)_BODY_/);
      else expect(outcome).toBeGreaterThanOrEqual(1);
    });
  });
}
