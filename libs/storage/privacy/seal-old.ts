import type { DataSource, EntityManager } from 'typeorm';
import type { ReportId } from '#domain/ids.js';
import type { IdentityVault, RecordSeal, SealOwner } from '#domain/ports/vault.js';
import type { ReportWords } from '#domain/privacy/hide-report.js';
import { hideReport } from '#domain/privacy/hide-report.js';
import type { Place, SolvedOnTheSpot } from '#domain/report/report.js';
import { hex, json } from '../insert-rows.js';
import { transact } from '../transact.js';
import { sealOldCases } from './seal-old-cases.js';

interface OldRecord extends SealOwner {
  readonly id: string;
  readonly bytes: Buffer;
}

interface OldReport extends SealOwner {
  readonly id: ReportId;
  readonly title: string;
  readonly body: string;
  readonly place: Place;
  readonly solved_on_the_spot: SolvedOnTheSpot | null;
  readonly sealed_reporter: Buffer | null;
}

/** One batch of a table: how far it came, and how many rows it changed; no position when it came to the end. */
interface Batch {
  readonly position?: string;
  readonly changed: number;
}

type Work = (manager: EntityManager, after: string | null, limit: number) => Promise<Batch>;

const OLD_RECORDS = `select id, platform, external_id as "externalId", bytes from records
  where ($1::bigint is null or id > $1::bigint) and not sealed order by id limit $2 for update`;
const OLD_REPORTS = `select id, platform, external_id as "externalId", title, body, place, solved_on_the_spot, sealed_reporter from reports
  where ($1::uuid is null or id > $1::uuid) order by id limit $2 for update`;

/** Seals what was stored in clear before there were seals: records, reports, and what cases took over from them. */
export class SealOld {
  constructor(
    private readonly source: DataSource,
    private readonly seals: { readonly vault: IdentityVault; readonly records: RecordSeal },
  ) {}

  /** Some rows at a time, each batch with its position in one transaction: broken off, it goes on where it was. */
  async sealAll(limit: number, told: (table: string, changed: number) => void): Promise<void> {
    const works: readonly [string, Work][] = [
      ['records', (...some) => this.sealRecords(...some)],
      ['reports', (...some) => this.sealReports(...some)],
      ['cases', sealOldCases],
    ];
    for (const [name, work] of works) {
      for (let isDone = false; !isDone;) isDone = await this.step(name, work, limit, told);
    }
  }

  private step(name: string, work: Work, limit: number, told: (table: string, changed: number) => void): Promise<boolean> {
    return transact(this.source, async (manager) => {
      const [before] = await manager.query<{ position: string }[]>('select position from privacy_work where name = $1', [name]);
      const { position, changed } = await work(manager, before?.position ?? null, limit);
      if (position === undefined) return true;
      await manager.query(
        `insert into privacy_work as w values ($1, $2, $3)
         on conflict (name) do update set position = $2, changed = w.changed + $3`,
        [name, position, changed],
      );
      told(name, changed);
      return false;
    });
  }

  private async sealRecords(manager: EntityManager, after: string | null, limit: number): Promise<Batch> {
    const rows = await manager.query<OldRecord[]>(OLD_RECORDS, [after, limit]);
    const sealed = rows.map((row) => ({ id: row.id, bytes: hex(this.seals.records.seal(row.bytes, row)) }));
    await manager.query(
      `update records t set bytes = r.bytes, sealed = true from json_to_recordset($1::json) as r(id bigint, bytes bytea) where t.id = r.id`,
      [json(sealed)],
    );
    return { position: rows.at(-1)?.id, changed: sealed.length };
  }

  private async sealReports(manager: EntityManager, after: string | null, limit: number): Promise<Batch> {
    const rows = await manager.query<OldReport[]>(OLD_REPORTS, [after, limit]);
    const hidden = rows.flatMap((row) => this.hidden(row) ?? []);
    await manager.query(
      `update reports t set title = r.title, body = r.body, place = r.place, solved_on_the_spot = r.solved_on_the_spot,
         sealed_reporter = r.sealed_reporter, identity_hashes = r.identity_hashes
       from json_to_recordset($1::json) as r(id uuid, title text, body text, place jsonb, solved_on_the_spot jsonb, sealed_reporter bytea, identity_hashes text[])
       where t.id = r.id`,
      [json(hidden)],
    );
    return { position: rows.at(-1)?.id, changed: hidden.length };
  }

  /** The row as it is to be; undefined for one that has nothing to hide or is sealed already. */
  private hidden(row: OldReport): object | undefined {
    const { vault } = this.seals;
    const before = row.sealed_reporter === null ? {} : vault.open(row.sealed_reporter, row);
    if (!before || before.original) return undefined;
    const { title, body, place } = row;
    const words: ReportWords = { title, body, place, solvedOnTheSpot: row.solved_on_the_spot ?? undefined };
    const { report, original, numbers } = hideReport(words, before.reporter);
    if (!before.reporter && !original) return undefined;
    const hashes = numbers.map((number) => vault.hashOf(number)).filter((hash) => hash !== undefined);
    return {
      id: row.id,
      title: report.title,
      body: report.body,
      place: report.place,
      solved_on_the_spot: report.solvedOnTheSpot ?? null,
      sealed_reporter: hex(vault.seal({ reporter: before.reporter, original }, row)),
      identity_hashes: hashes.length > 0 ? [...new Set(hashes)] : null,
    };
  }
}
