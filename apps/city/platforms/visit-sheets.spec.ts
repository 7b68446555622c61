import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createAdapter } from '#adapters/adapters.js';
import { InMemoryRecordBook } from '../world/record-book.js';
import type { CityContext } from './city-context.js';
import { SheetDrop } from './visit-sheets.js';

const NOW = new Date('2026-11-22T04:00:00Z');
const context: CityContext = {
  now: () => NOW,
  random: () => 0.5,
  mischief: () => ({ tooMany: 0, serverError: 0, truncatedBody: 0, repeatedId: 0, unreadableRecord: 0 }),
  categoryCode: () => '道路维修',
  secrets: {} as CityContext['secrets'],
};

describe('a workbook as clerks make it', () => {
  let dropDir: string;
  beforeEach(async () => (dropDir = await mkdtemp(join(tmpdir(), 'sheets-'))));
  afterEach(() => rm(dropDir, { recursive: true, force: true }));

  it.each([
    ['visits', 'ejia'],
    ['hotline-sheet', 'hotline'],
  ] as const)('is read by the adapter of kind %s, and answered', async (list, platform) => {
    const book = new InMemoryRecordBook(() => NOW);
    book.add({
      platform,
      externalId: 'XF-0001',
      matterId: 'm',
      reportedAt: new Date('2026-11-21T23:30:00Z'),
      updatedAt: NOW,
      title: '路灯不亮',
      body: '望江路的路灯不亮。',
      nature: '投诉',
      urgency: '一般',
      category: 'P0137',
      place: {
        address: '望江路 12 号',
        street: '湖岛街道',
        community: '望江社区',
        gridCode: '',
        longitude: 120.385,
        latitude: 36.102,
      },
      reporter: { name: '秦女士', phone: '13800001234' },
      withdrawn: false,
      answers: [],
    });
    const drop = new SheetDrop(book, context, { dropDir, list, platform, format: 'xlsx' });
    await drop.open();
    expect([await drop.writeOut(), await drop.writeOut()]).toEqual([1, 0]);
    expect(await readdir(join(dropDir, 'out'))).toEqual([`${list}-000001.xlsx`]);

    const adapter = createAdapter(list, { dropDir, settleSeconds: 0 });
    const pages = [];
    for await (const page of adapter.pull!(undefined, new AbortController().signal)) pages.push(page);
    expect(pages.flatMap(({ unreadable }) => unreadable)).toEqual([]);
    const [record] = pages.flatMap(({ records }) => records);
    const mapped = adapter.map(record.bytes);
    expect(mapped).toMatchObject({
      kind: 'report',
      draft: { externalId: 'XF-0001', reportedAt: new Date('2026-11-21T23:30:00Z'), place: { street: '湖岛街道' } },
    });
    if (mapped.kind !== 'report') return;
    expect(mapped.draft.place.longitude).toBeCloseTo(120.385, 5);

    const update = {
      externalId: record.externalId,
      reference: 'r1',
      kind: 'answer',
      text: '已修好',
      department: '城管',
      at: NOW,
    } as const;
    await adapter.pushUpdate!(update, new AbortController().signal);
    await drop.takeIn();
    expect(book.find(platform, 'XF-0001')?.answers).toMatchObject([{ reference: 'r1', final: true, text: '已修好' }]);
  });
});
