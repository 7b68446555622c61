import { expect } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import type { CityRecord } from '#apps/city/world/city-record.js';
import { as } from '#domain/ids.js';
import type { PlatformId, ReportId } from '#domain/ids.js';
import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import type { Reference } from '#domain/reference/reference.js';
import { normaliseReport } from '#domain/report/normalise-report.js';
import { anUpdate } from '../an-update.js';
import { rawRecords } from '../raw-records.js';
import { group } from '../suite.js';
import type { Subject } from '../load-kinds.js';
import type { Stand } from '../stand.js';
import { withValue } from '../wire/wire.js';
import type { Edit } from '../wire/wire.js';
import { never } from './never.js';

/** Normalising asks for nothing else of a city. */
const NOWHERE = { mappings: new Map(), grids: new Map() } as Partial<Reference> as Reference;

const NULL_DATE = new Date('0001-01-01T00:00:00+08:00');

async function rawOf(stand: Stand, n: number, change: Partial<CityRecord> = {}): Promise<Uint8Array> {
  await stand.put(stand.record(n, change));
  const raw = (await rawRecords(stand)).get(stand.id(n));
  if (!raw) throw new Error(`the platform did not give the record ${stand.id(n)}`);
  return raw;
}

const mapped = async (stand: Stand, n: number, change: Partial<CityRecord> = {}): Promise<MappedRecord> =>
  stand.adapter().map(await rawOf(stand, n, change));

/** What becomes of a record whose fields were edited on its way. */
const mappedAfter = async (stand: Stand, edit: Edit): Promise<MappedRecord> =>
  stand.adapter().map(stand.kind.wire.inRecord(await rawOf(stand, 1), edit));

const set =
  (fields: Readonly<Record<string, unknown>>): Edit =>
  (record) =>
    Object.entries(fields).reduce((edited, [path, value]) => withValue(edited, path, value), record);

const isMapped = (read: MappedRecord): boolean =>
  read.kind === 'rejected' ? read.faults.length > 0 : read.kind === 'withdrawal' || read.draft.externalId !== '';

/** What every mapper must keep. */
export function mappingCases(subject: Subject): void {
  const { fields, time, wire } = subject.kind;
  const points = [fields.longitude ?? 'x', fields.latitude ?? 'y'] as const;

  group('mapping', subject, (test) => {
    test('reads which record it is, when it was made and what the citizen said', async (stand) => {
      const read = await mapped(stand, 1);
      expect(read).toMatchObject({
        kind: 'report',
        draft: {
          externalId: stand.id(1),
          reportedAt: new Date('2026-11-21T23:30:00Z'),
          sourceUpdatedAt: expect.any(Date),
          body: expect.stringContaining('望江路 12 号门前的路面塌了一块'),
          title: expect.stringContaining('望江路'),
        },
      });
      expect(read.kind === 'report' && read.draft.echo).toBeFalsy();
    });

    test('reads the street', async (stand) => {
      expect(await mapped(stand, 1)).toMatchObject({ draft: { place: { street: '湖岛街道' } } });
    });

    test('reads the citizen', async (stand) => {
      expect(await mapped(stand, 1)).toMatchObject({ draft: { reporter: { name: '秦女士', phone: '13800001234' } } });
    });

    test('reads the category under the name of its code system', async (stand) => {
      const sourceCategory = { system: expect.stringMatching(/^[\w-]+@\w+$/), code: subject.kind.category };
      expect(await mapped(stand, 1)).toMatchObject({ draft: { sourceCategory } });
    });

    test('gives coordinates in WGS-84', async (stand) => {
      const read = await mapped(stand, 2);
      if (read.kind !== 'report') throw new Error(JSON.stringify(read));
      expect(read.draft.place.longitude).toBeCloseTo(120.385, 5);
      expect(read.draft.place.latitude).toBeCloseTo(36.102, 5);
    });

    test('gives no coordinates where the platform knows none', async (stand) => {
      const { longitude: _x, latitude: _y, ...place } = stand.record(3).place;
      const read = await mapped(stand, 3, { place });
      expect(read.kind === 'report' && 'longitude' in read.draft.place).toBe(false);
    });

    test('takes coordinates 0,0 for a place that is not known', async (stand) => {
      const read = await mappedAfter(stand, set({ [points[0]]: '0', [points[1]]: '0.000000' }));
      expect(read.kind === 'report' && 'longitude' in read.draft.place).toBe(false);
      expect(read.kind).toBe('report');
    });

    test('rejects coordinates that are no point of the earth, as swapped ones', async (stand) => {
      const read = await mappedAfter(stand, set({ [points[0]]: '36.102', [points[1]]: '120.385' }));
      expect(read).toMatchObject({ kind: 'rejected', faults: [{ message: '坐标超出范围' }] });
    });

    test('knows its own answer coming back', async (stand) => {
      await stand.put(stand.record(4));
      await stand.adapter().pushUpdate!(anUpdate(stand.id(4)), never);
      const raw = (await rawRecords(stand)).get(stand.id(4))!;
      expect(stand.adapter().map(raw)).toMatchObject({ kind: 'report', draft: { echo: true } });
    });

    test('reads what the citizen thinks of the answer, and that is no echo', async (stand) => {
      const answers = [
        { reference: 'ref-1', final: true, text: '已修补。', department: '城市管理局', at: new Date('2026-11-22T02:00:00Z') },
      ];
      const evaluation = { solved: true, satisfied: true, at: new Date('2026-11-22T03:00:00Z') };
      const read = await mapped(stand, 5, { answers, evaluation });
      expect(read).toMatchObject({ kind: 'report', draft: { evaluation: { solved: true, satisfied: true } } });
      expect(read.kind === 'report' && read.draft.echo).toBeFalsy();
      const unhappy = await mapped(stand, 6, { answers, evaluation: { ...evaluation, solved: false, satisfied: false } });
      expect(unhappy).toMatchObject({ kind: 'report', draft: { evaluation: { solved: false, satisfied: false } } });
    });

    test('reads a record taken back as a withdrawal', async (stand) => {
      const read = await mapped(stand, 7, { withdrawn: true });
      expect(read).toMatchObject({ kind: 'withdrawal', externalId: stand.id(7), at: expect.any(Date) });
    });

    test('never throws, whatever the bytes', (stand) => {
      const adapter = stand.adapter();
      fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => isMapped(adapter.map(bytes))));
      fc.assert(fc.property(fc.json(), (text) => isMapped(adapter.map(Buffer.from(text)))));
    });

    test('never throws, whatever a field holds', async (stand) => {
      const raw = await rawOf(stand, 8);
      const adapter = stand.adapter();
      const names: string[] = [];
      wire.inRecord(raw, (record) => (names.push(...Object.keys(record)), record));
      fc.assert(
        fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, value) =>
          isMapped(adapter.map(wire.inRecord(raw, (record) => ({ ...record, [name]: value })))),
        ),
      );
      const text = Buffer.from(raw).toString('utf8');
      fc.assert(
        fc.property(fc.nat(text.length), fc.nat(20), fc.string(), (at, length, junk) =>
          isMapped(adapter.map(Buffer.from(text.slice(0, at) + junk + text.slice(at + length)))),
        ),
      );
    });

    test('names every fault of a record at once', async (stand) => {
      const read = await mappedAfter(stand, set({ [fields.text]: undefined, [fields.reportedAt]: 'the day before' }));
      expect(read.kind === 'rejected' && read.faults.map(({ field }) => field).sort()).toEqual(
        [fields.text, fields.reportedAt].sort(),
      );
    });

    test('rejects a record whose time is the null date 0001-01-01', async (stand) => {
      const read = await mappedAfter(stand, set({ [fields.reportedAt]: time(NULL_DATE) }));
      expect(read).toMatchObject({ kind: 'rejected', faults: [{ field: fields.reportedAt }] });
    });

    test('lets no record dated in the future through to the cases', async (stand) => {
      const read = await mappedAfter(stand, set({ [fields.reportedAt]: time(new Date('2037-05-01T00:00:00Z')) }));
      if (read.kind === 'rejected') return;
      if (read.kind !== 'report') throw new Error(`read as ${read.kind}`);
      const identity = { id: as<ReportId>('r1'), platform: as<PlatformId>('any'), sealed: {}, receivedAt: stand.now };
      const faults = [{ field: 'reportedAt', message: 'is in the future: 2037-05-01T00:00:00.000Z' }];
      expect(normaliseReport(read.draft, identity, NOWHERE, () => undefined)).toEqual({ kind: 'rejected', faults });
    });

    test('rejects bytes of another charset', async (stand) => {
      const text = Buffer.from(await rawOf(stand, 1)).toString('utf8');
      expect(stand.adapter().map(iconv.encode(text, 'gbk'))).toMatchObject({ kind: 'rejected' });
    });

    test('takes a text that looks like a formula as a text', async (stand) => {
      const formula = '=HYPERLINK("http://evil.example","路灯不亮")';
      const read = await mapped(stand, 9, { title: '', body: formula });
      expect(read).toMatchObject({ kind: 'report', draft: { body: formula } });
    });

    test('carries a field of 10 MB or rejects its record', async (stand) => {
      const raw = wire.inRecord(await rawOf(stand, 1), set({ [fields.text]: '坑'.repeat(3_500_000) }));
      const adapter = stand.adapter();
      expect(isMapped(adapter.map(raw))).toBe(true);
    });
  });
}
