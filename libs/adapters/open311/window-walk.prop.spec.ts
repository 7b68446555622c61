import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { ListedItem } from '../formats/listed-page.js';
import { cutsOf } from './window-cuts.js';
import { walkWindows } from './window-walk.js';
import type { Question, WalkPlace } from './window-walk.js';

const START = Date.parse('2026-01-01T00:00:00Z');
const SPAN_SECONDS = 400 * 24 * 3600;
const at = (second: number): Date => new Date(START + second * 1000);

const itemAt = (second: number, n: number): ListedItem => ({
  changedAt: at(second),
  entry: { record: { externalId: as<ExternalId>(`r${n}`), bytes: Buffer.from(`r${n}`) } },
});

/** Moments that lie anywhere, and moments that lie close together. */
const seconds = fc.array(fc.oneof(fc.nat(SPAN_SECONDS), fc.integer({ min: 5000, max: 5040 })), { maxLength: 60 });
const orders = fc.constantFrom('newest', 'oldest', 'any' as const);

function sorted(items: readonly ListedItem[], order: string): ListedItem[] {
  const time = ({ changedAt }: ListedItem): number => changedAt?.getTime() ?? 0;
  if (order === 'any') return items.toSorted((a, b) => (time(a) % 7919) - (time(b) % 7919));
  return items.toSorted((a, b) => (order === 'newest' ? time(b) - time(a) : time(a) - time(b)));
}

/** A city that cuts its list at `limit`, and counts the days it is asked for. */
function city(items: readonly ListedItem[], limit: number, order: string) {
  let asked = 0;
  let longestDays = 0;
  const ask = async ({ from, to, page }: Question): Promise<readonly ListedItem[]> => {
    asked++;
    if (to) longestDays = Math.max(longestDays, (to.getTime() - from.getTime()) / 86_400_000);
    const within = items.filter(({ changedAt }) => changedAt! >= from && (!to || changedAt! <= to));
    return sorted(within, order).slice((page - 1) * limit, page * limit);
  };
  return { ask, asked: () => asked, longestDays: () => longestDays };
}

async function walkAll(walk: Parameters<typeof walkWindows>[0], crashEvery: number): Promise<Set<string>> {
  const seen = new Set<string>();
  let place: WalkPlace = { edges: [at(0), at(SPAN_SECONDS)], page: 1 };
  for (let pages = 0; place.edges.length > 1;) {
    for await (const step of walkWindows(walk, place)) {
      for (const { entry } of step.items) if ('record' in entry) seen.add(entry.record.externalId);
      place = JSON.parse(JSON.stringify(step.place), (name, value) =>
        name !== 'anchor' && typeof value === 'string' ? new Date(value) : (value as unknown),
      ) as WalkPlace;
      if (++pages % crashEvery === 0) break;
    }
  }
  return seen;
}

describe('a walk by windows', () => {
  it('sees every entry whatever the order and the limit, ends after any page and never asks for too long a time', async () => {
    const property = fc.asyncProperty(
      seconds,
      orders,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 9 }),
      async (times, order, limit, crashEvery) => {
        const items = times.map(itemAt);
        const { ask, longestDays } = city(items, limit, order);
        const walk = { ask, limit, paged: true, windowDays: 90, openEnd: true };
        expect((await walkAll(walk, crashEvery)).size).toBe(items.length);
        expect(longestDays()).toBeLessThanOrEqual(90);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('sees every entry of a city that turns no pages, or says that it cannot', async () => {
    const property = fc.asyncProperty(seconds, orders, fc.integer({ min: 3, max: 12 }), async (times, order, limit) => {
      const items = times.map(itemAt);
      const walk = { ask: city(items, limit, order).ask, limit, paged: false, windowDays: 90, openEnd: false };
      const near = (second: number): number => times.filter((other) => other === second || other === second + 1).length;
      const most = Math.max(0, ...times.map(near));
      const outcome = await walkAll(walk, 1000).catch((thrown: { code?: string }) => thrown.code);
      if (most < limit) expect(outcome).toEqual(new Set(items.map((_item, n) => `r${n}`)));
      else if (outcome !== 'PLATFORM_LIST_TRUNCATED') expect(outcome).toEqual(new Set(items.map((_item, n) => `r${n}`)));
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('asks about twice as often as the answers are many', async () => {
    for (const order of ['newest', 'oldest']) {
      const { ask, asked } = city(
        Array.from({ length: 3000 }, (_, n) => itemAt(n * 60, n)),
        100,
        order,
      );
      const walk = { ask, limit: 100, paged: false, windowDays: 90, openEnd: false };
      expect((await walkAll(walk, 1000)).size).toBe(3000);
      expect(asked()).toBeLessThan(110);
    }
  });
});

describe('a cut', () => {
  it('lies within its window on a whole second, and is there unless the window is a second long', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.array(fc.nat(1_200_000)), fc.boolean(), (from, length, millis, halve) => {
        const window = { from: at(from), to: at(from + length) };
        const cuts = cutsOf(
          window,
          millis.map((ms) => new Date(START + ms)),
          halve,
        );
        expect(cuts.length > 0).toBe(length >= 2);
        for (const cut of cuts) {
          expect(cut > window.from && cut < window.to).toBe(true);
          expect(cut.getTime() % 1000).toBe(0);
        }
      }),
    );
  });
});
