import { afterEach, describe, expect, it } from '@jest/globals';
import { ExternalIds } from '../reports/external-id.js';
import type { CityRecord } from '../world/city-record.js';
import { InMemoryRecordBook } from '../world/record-book.js';
import { TruthBook } from '../world/truth-book.js';
import { takesTurn } from '../world/turns.js';
import { ComesAgain } from './comes-again.js';

const NOW = new Date('2026-11-22T04:00:00Z');
const matterOf = (wanted: boolean): string =>
  Array.from({ length: 200 }, (_, number) => `M7-${number}`).find((id) => takesTurn(1, 'again', id) === wanted)!;

const record = (matterId: string): CityRecord => ({
  platform: 'portal',
  externalId: 'MSG261122-000001-00001',
  matterId,
  reportedAt: new Date('2026-11-21T04:00:00Z'),
  updatedAt: NOW,
  title: '路灯不亮',
  body: '望江路的路灯不亮。',
  nature: '投诉',
  urgency: '一般',
  category: 'P0137',
  place: { address: '望江路 12 号', street: '云岚街道', community: '', gridCode: '' },
  reporter: { name: '秦女士', phone: '13800001234' },
  withdrawn: false,
  answers: [{ reference: 'r1', final: true, text: '已修好', department: '城管', at: NOW }],
  evaluation: { solved: true, satisfied: true, at: NOW },
});

describe('a matter that comes up again', () => {
  let again: ComesAgain;
  afterEach(() => again.stop());

  function city(matterId: string) {
    const book = new InMemoryRecordBook(() => NOW);
    const truth = new TruthBook(book);
    truth.add({ id: matterId, kind: 'street-lamp', category: 'P0137', department: 'urban-management', gridCode: '1' });
    book.add(record(matterId));
    again = new ComesAgain(book, truth, { seed: 1, pace: 0, now: () => NOW, ids: new ExternalIds(2) });
    const appeared = new Promise<CityRecord>((resolve) => book.subscribe((news) => resolve(news)));
    return { book, truth, appeared };
  }

  it('is reported anew once its case was closed, as another matter at the same place', async () => {
    const id = matterOf(true);
    const { book, truth, appeared } = city(id);
    again.closed(id);
    again.closed(id);
    expect(again.pending).toBe(1);

    const told = await appeared;
    expect(told).toMatchObject({ matterId: `${id}-again`, platform: 'portal', reportedAt: NOW, answers: [] });
    expect(told.body.startsWith('望江路的路灯不亮。')).toBe(true);
    expect([told.evaluation, told.externalId === 'MSG261122-000001-00001']).toEqual([undefined, false]);
    expect(truth.find(`${id}-again`)?.department).toBe('urban-management');
    expect([book.all().length, again.pending]).toEqual([2, 1]);

    book.answer('portal', told.externalId, { reference: 'r2', final: true, text: '已修好', department: '城管', at: NOW });
    expect(again.pending).toBe(0);
  });

  it('is one of few, and comes up no third time', () => {
    city(matterOf(false));
    again.closed(matterOf(false));
    again.closed(`${matterOf(true)}-again`);
    expect(again.pending).toBe(0);
  });
});
