import type { EntityManager } from 'typeorm';
import type { Shape } from '../insert-rows.js';
import { insertRows, sendInTurn } from '../insert-rows.js';
import { gramsOf, plainText } from './said-words.js';

/** Characters of one report that can be searched; nobody looks for what stands behind. */
const MOST_CHARACTERS = 4_000;

interface Told {
  readonly report_id: string;
  readonly case_id: string;
  readonly said: string;
}

const TEXT: Shape<Told> = {
  columns: { report_id: 'uuid', case_id: 'uuid', said: 'text', grams: 'int[]' },
  toRow: ({ report_id, case_id, said }) => {
    const plain = plainText(said);
    return { report_id, case_id, said: plain, grams: gramsOf(plain) };
  },
};

const UNREAD = `
select r.id as report_id, r.case_id, left(concat_ws(' ', r.title, r.body, r.place->>'address', r.external_id), ${MOST_CHARACTERS}) as said
from reports r where r.case_id = any($1::uuid[]) and not exists (select 1 from report_texts t where t.report_id = r.id)`;

/** An operator put a report into another case. */
const MOVED = `
update report_texts t set case_id = r.case_id from reports r
where r.case_id = any($1::uuid[]) and t.report_id = r.id and t.case_id <> r.case_id`;

/** Writes the words of the cases' reports that have none yet, and takes those along that have moved. */
export async function writeWords(manager: EntityManager, cases: readonly string[]): Promise<void> {
  const told = await manager.query<Told[]>(UNREAD, [cases]);
  await sendInTurn(manager, insertRows('report_texts', TEXT, told));
  await manager.query(MOVED, [cases]);
}
