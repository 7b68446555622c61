import { openTable } from '#adapters/table/open-table.js';
import type { TableRow } from '#adapters/table/table-row.js';
import type { HubConfig } from '#config/load-config.js';
import { loadImportMapping } from '#config/load-import-mapping.js';
import { drawLedger } from '#domain/ledger/ledger.js';
import { LedgerBook } from '#domain/ports/ledger-book.js';
import type { Platform } from '#domain/ports/platforms.js';
import { RecordStore } from '#domain/ports/record-store.js';
import { CasePipeline } from '#pipeline/case-pipeline.js';
import { LearnRarity } from '#pipeline/learn-rarity.js';
import { ImportOutcomes } from '#storage/reading/import-outcomes.js';
import type { RefusedRecord } from '#storage/reading/import-outcomes.js';
import { openCity } from '../open-city.js';
import { withHub } from '../with-hub.js';
import type { HubTools } from '../with-hub.js';
import { importPlatform, withCodes } from './import-platform.js';
import { importRows } from './import-rows.js';
import type { ImportTally } from './import-rows.js';
import { textsOf } from './import-texts.js';

/** What is to be imported, and as whose. */
export interface ImportRequest {
  readonly file: string;
  readonly mapping: string;
  /** Instead of the platform that the mapping names. */
  readonly platform?: string;
}

export type ImportSummary = ImportTally & { readonly unaccounted: number; readonly seconds: number };

/** Hears of every row that lies in quarantine after the import. */
export type TellRefused = (row: number, record: RefusedRecord) => void;

/** Takes a file's rows in. Everything that can be wrong with the request itself is found before a database is opened. */
export async function importFile(config: HubConfig, request: ImportRequest, tell: TellRefused): Promise<ImportSummary> {
  const began = Date.now();
  const plain = openCity(config);
  const mapping = loadImportMapping(request.mapping, config.folders.config, plain.reference.categories);
  const city = withCodes(plain, mapping);
  const platform = importPlatform(mapping, request.platform ?? mapping.platform, city);
  const [ahead, table] = [await openTable(request.file, mapping), await openTable(request.file, mapping)];
  const summary = await withHub(
    config,
    async (tools) => {
      await tools.app.get(LearnRarity).learnAhead(textsOf(ahead, platform.adapter));
      return takeIn(table, platform, tools, tell);
    },
    { city, platforms: [platform] },
  );
  return { ...summary, seconds: Math.round((Date.now() - began) / 100) / 10 };
}

async function takeIn(
  table: AsyncIterable<TableRow>,
  { id }: Platform,
  { app, source }: HubTools,
  tell: TellRefused,
): Promise<Omit<ImportSummary, 'seconds'>> {
  const tools = { inbox: app.get(RecordStore), pipeline: app.get(CasePipeline), outcomes: new ImportOutcomes(source, id) };
  const tally = await importRows(table, id, tools, tell);
  const { unaccounted } = drawLedger(await app.get(LedgerBook).facts());
  return { ...tally, unaccounted };
}
