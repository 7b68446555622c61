import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MappedRecord, PlatformAdapter } from '#domain/ports/platform-adapter.js';
import type { CityRecord } from '#apps/city/world/city-record.js';
import { anUpdate } from './an-update.js';
import { rawRecords } from './raw-records.js';
import { Stand } from './stand.js';

const never = new AbortController().signal;

/** What every mapper must keep. */
export function mapContract(kind: string): void {
  describe('mapping', () => {
    let stand: Stand;
    let adapter: PlatformAdapter;
    beforeAll(async () => {
      stand = await Stand.open(kind);
      adapter = stand.adapter();
    });
    afterAll(() => stand.close());

    async function mapped(n: number, change: Partial<CityRecord> = {}): Promise<MappedRecord> {
      stand.book.put(stand.record(n, change));
      const raw = (await rawRecords(stand)).get(stand.record(n).externalId)!;
      return adapter.map(raw);
    }

    it('reads what the citizen said, when and where', async () => {
      const read = await mapped(1);
      expect(read).toMatchObject({
        kind: 'report',
        draft: {
          externalId: '20261122000001',
          reportedAt: new Date('2026-11-21T23:30:00Z'),
          body: expect.stringContaining('望江路 12 号门前的路面塌了一块'),
          title: expect.stringContaining('望江路路面塌陷'),
          place: { street: '湖岛街道' },
          reporter: { name: '秦女士', phone: '13800001234' },
          sourceCategory: { system: expect.any(String), code: expect.any(String) },
        },
      });
      expect(read.kind === 'report' && read.draft.echo).toBeFalsy();
    });

    it('gives coordinates in WGS-84, or none at all', async () => {
      const read = await mapped(2);
      if (read.kind !== 'report') throw new Error(JSON.stringify(read));
      if (kind === 'portal') {
        expect(read.draft.place.longitude).toBeUndefined();
      } else {
        expect(read.draft.place.longitude).toBeCloseTo(120.385, 5);
        expect(read.draft.place.latitude).toBeCloseTo(36.102, 5);
      }
      const { longitude: _x, latitude: _y, ...place } = stand.record(3).place;
      const nowhere = await mapped(3, { place });
      expect(nowhere.kind === 'report' && 'longitude' in nowhere.draft.place).toBe(false);
    });

    it('knows its own answer coming back', async () => {
      stand.book.put(stand.record(4));
      await stand.turn();
      await adapter.pushUpdate!(anUpdate(stand.record(4).externalId), never);
      await stand.turn();
      const raw = (await rawRecords(stand)).get(stand.record(4).externalId)!;
      expect(adapter.map(raw)).toMatchObject({ kind: 'report', draft: { echo: true } });
    });

    it('reads what the citizen thinks of the answer, and that is no echo', async () => {
      const answers = [
        { reference: 'ref-1', final: true, text: '已修补。', department: '城市管理局', at: new Date('2026-11-22T02:00:00Z') },
      ];
      const evaluation = { solved: true, satisfied: true, at: new Date('2026-11-22T03:00:00Z') };
      const read = await mapped(5, { answers, evaluation });
      expect(read).toMatchObject({ kind: 'report', draft: { evaluation: { solved: true, satisfied: true } } });
      expect(read.kind === 'report' && read.draft.echo).toBeFalsy();
      const unhappy = await mapped(6, { answers, evaluation: { ...evaluation, solved: false, satisfied: false } });
      expect(unhappy).toMatchObject({ kind: 'report', draft: { evaluation: { solved: false, satisfied: false } } });
    });

    it('reads a record taken back as a withdrawal', async () => {
      expect(await mapped(7, { withdrawn: true })).toMatchObject({ kind: 'withdrawal', externalId: '20261122000007' });
    });

    it('never throws, whatever the bytes', () => {
      fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => isMapped(adapter.map(bytes))));
      fc.assert(fc.property(fc.json(), (text) => isMapped(adapter.map(Buffer.from(text)))));
    });

    it('never throws, whatever a field holds', async () => {
      stand.book.put(stand.record(8));
      const text = Buffer.from((await rawRecords(stand)).get(stand.record(8).externalId)!).toString('utf8');
      const spoil = kind === 'urban-soap' ? spoiltXml : spoiltJson;
      fc.assert(fc.property(spoil(text), (spoilt) => isMapped(adapter.map(Buffer.from(spoilt)))));
    });

    it('names every fault of a record at once', () => {
      const faulty = kind === 'urban-soap' ? '<case><TASKID>1</TASKID></case>' : '{}';
      const read = adapter.map(Buffer.from(faulty));
      expect(read.kind === 'rejected' && read.faults.length).toBeGreaterThanOrEqual(3);
    });
  });
}

const isMapped = (read: MappedRecord): boolean =>
  read.kind === 'rejected' ? read.faults.length > 0 : read.kind === 'withdrawal' || read.draft.externalId !== '';

const spoiltJson = (text: string): fc.Arbitrary<string> => {
  const record = JSON.parse(text) as Record<string, unknown>;
  return fc
    .tuple(fc.constantFrom(...Object.keys(record)), fc.jsonValue())
    .map(([name, value]) => JSON.stringify({ ...record, [name]: value }));
};

const spoiltXml = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(text.length), fc.nat(20), fc.string())
    .map(([at, length, junk]) => text.slice(0, at) + junk + text.slice(at + length));
