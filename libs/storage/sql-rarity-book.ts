import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import type { DataSource } from 'typeorm';
import { GramCounts } from '#domain/matching/rarity.js';
import { RarityBook, type LearnedCounts } from '#domain/ports/rarity-book.js';
import { unpackGrams } from './row-mappers.js';

const PAGE_TEXTS = 2_000;
/** Before every UUID. */
const NONE = '00000000-0000-0000-0000-000000000000';
const pack = promisify(deflate);
const unpack = promisify<Buffer, Buffer>(inflate);

/** The counts as one row of PostgreSQL. Reports' ids are in the order of their making. */
export class SqlRarityBook extends RarityBook {
  constructor(private readonly source: DataSource) {
    super();
  }

  async newerThan(version: number): Promise<LearnedCounts | undefined> {
    const rows = await this.source.query<{ version: string; texts: number; counts: Buffer }[]>(
      'select version, texts, counts from learned_rarity where version > $1',
      [version],
    );
    if (rows.length === 0) return undefined;
    const bytes = Uint8Array.from(await unpack(rows[0].counts));
    return { version: Number(rows[0].version), counts: new GramCounts(rows[0].texts, new Uint32Array(bytes.buffer)) };
  }

  async textsSince(most: number): Promise<number> {
    const [{ count }] = await this.source.query<{ count: number }[]>(
      `select count(*)::int as count from (
         select 1 from reports where id > coalesce((select newest from learned_rarity), '${NONE}') limit $1) newer`,
      [most],
    );
    return count;
  }

  async count(most: number): Promise<GramCounts> {
    const counts = new GramCounts();
    let before: string | null = null;
    for (let left = most; left > 0; left -= PAGE_TEXTS) {
      const rows: { id: string; grams: Buffer }[] = await this.source.query(
        'select id, grams from reports where $1::uuid is null or id < $1 order by id desc limit $2',
        [before, Math.min(left, PAGE_TEXTS)],
      );
      for (const { grams } of rows) if (grams.length > 0) counts.add({ grams: unpackGrams(grams), places: [] });
      if (rows.length < PAGE_TEXTS) break;
      before = rows[rows.length - 1].id;
    }
    return counts;
  }

  async keep({ texts, counts }: GramCounts): Promise<void> {
    const bytes = await pack(Buffer.from(counts.buffer, counts.byteOffset, counts.byteLength));
    await this.source.query(
      `insert into learned_rarity (version, texts, counts, newest)
       values (1, $1, $2, (select id from reports order by id desc limit 1))
       on conflict (one) do update set version = learned_rarity.version + 1, texts = excluded.texts, counts = excluded.counts,
         newest = excluded.newest, learned_at = now()`,
      [texts, bytes],
    );
  }
}
