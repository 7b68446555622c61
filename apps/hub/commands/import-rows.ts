import type { TableRow } from '#adapters/table/table-row.js';
import type { PlatformId } from '#domain/ids.js';
import type { RecordStore } from '#domain/ports/record-store.js';
import type { CasePipeline } from '#pipeline/case-pipeline.js';
import type { ImportOutcomes, RefusedRecord } from '#storage/reading/import-outcomes.js';

/** What an import came to; `rows` is the sum of `accepted`, `unchanged` and `quarantined`. */
export interface ImportTally {
  readonly rows: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly quarantined: number;
  readonly cases: number;
  readonly attached: number;
}

export interface ImportTools {
  readonly inbox: RecordStore;
  readonly pipeline: CasePipeline;
  readonly outcomes: ImportOutcomes;
}

/** Rows of a page: what is in memory at once. */
const PAGE_ROWS = 500;

/** Stages a table page by page and works each page into cases before the next is read. */
export async function importRows(
  table: AsyncIterable<TableRow>,
  platform: PlatformId,
  { inbox, pipeline, outcomes }: ImportTools,
  refused: (row: number, record: RefusedRecord) => void,
): Promise<ImportTally> {
  const work = async (): Promise<void> => {
    while ((await pipeline.ingest(platform)) > 0);
  };
  await work(); // what an import that was interrupted left behind is not of this one
  const line = await outcomes.newest();
  let rows = 0;
  let unchanged = 0;
  for await (const page of pagesOf(table)) {
    const staged = await inbox.stage({ platform, ...toPage(page) });
    rows += staged.pulled;
    unchanged += staged.unchanged;
    await work();
    await tellRefused(page, outcomes, refused);
  }
  const counts = await outcomes.countsSince(line);
  const { opened = 0, attached = 0, updated = 0, withdrawn = 0, quarantined = 0 } = counts;
  return {
    rows,
    accepted: opened + attached + updated + withdrawn,
    unchanged: unchanged + (counts.unchanged ?? 0),
    quarantined,
    cases: opened,
    attached,
  };
}

async function* pagesOf(table: AsyncIterable<TableRow>): AsyncGenerator<TableRow[]> {
  let page: TableRow[] = [];
  for await (const row of table) {
    if (page.push(row) < PAGE_ROWS) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

const toPage = (rows: readonly TableRow[]) => ({
  records: rows.flatMap(({ entry }) => ('record' in entry ? [entry.record] : [])),
  unreadable: rows.flatMap(({ entry }) => ('unreadable' in entry ? [entry.unreadable] : [])),
});

async function tellRefused(
  page: readonly TableRow[],
  outcomes: ImportOutcomes,
  refused: (row: number, record: RefusedRecord) => void,
): Promise<void> {
  const numbers = new Map(
    page.map(({ number, entry }) => [('record' in entry ? entry.record : entry.unreadable).externalId, number]),
  );
  const found = await outcomes.refusedAmong([...numbers.keys()]);
  const inOrder = found.map((record) => [numbers.get(record.externalId) ?? 0, record] as const).sort(([a], [b]) => a - b);
  for (const [row, record] of inOrder) refused(row, record);
}
