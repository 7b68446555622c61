import type { DataSource, EntityManager } from 'typeorm';
import { transact } from '../transact.js';
import { ask } from './ask.js';
import { writeFacts } from './case-facts.js';
import { writeWords } from './report-words.js';

/** Cases that a reader brings up to date before reading; a larger backlog is left to who follows all the time. */
const MOST_BEFORE_READING = 200;
/** Only one at a time writes a case's row, so that an older look never replaces a newer one. */
const INDEX_LOCK = 724_553;

const TAKE = `
with taken as (select id from case_changes where waiting order by id limit $1 for update skip locked)
update case_changes x set waiting = false from taken where x.id = taken.id returning x.case_id`;

/** Live changes are told for so long; who was away longer reads everything anew. */
const FORGET = `delete from case_changes where at < now() - interval '1 day' and not waiting`;

/** Keeps `case_search` and `report_texts` as the cases are: intake notes what changed, the rest is done here. */
export class CaseIndex {
  constructor(private readonly source: DataSource) {}

  /** What was committed before is found afterwards, unless the backlog is long. */
  async beforeReading(): Promise<void> {
    if (await this.isBehind()) await this.catchUp(MOST_BEFORE_READING);
  }

  /** Works off changes, oldest first; the number of changes it took. */
  catchUp(most: number): Promise<number> {
    return transact(this.source, async (manager) => {
      await manager.query(`select pg_advisory_xact_lock($1)`, [INDEX_LOCK]);
      const [taken] = await manager.query<[{ case_id: string }[], number]>(TAKE, [most]);
      if (taken.length > 0) await write(manager, [...new Set(taken.map(({ case_id }) => case_id))]);
      return taken.length;
    });
  }

  async forgetOldChanges(): Promise<void> {
    await ask(this.source, FORGET);
  }

  private async isBehind(): Promise<boolean> {
    const [{ behind }] = await ask<{ behind: boolean }>(
      this.source,
      'select exists (select 1 from case_changes where waiting) as behind',
    );
    return behind;
  }
}

async function write(manager: EntityManager, cases: readonly string[]): Promise<void> {
  await manager.query(writeFacts('c.id = any($1::uuid[])'), [cases]);
  await writeWords(manager, cases);
}
