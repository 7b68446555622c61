import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from '#storage/data-source.js';
import { createDataSource, openDatabase } from '#storage/data-source.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { runStress } from '#test/support/matching-stress.js';

/** The long form is `npm run bench -- matching-stress`: 10,000 reports of 1,000 matters, ten times. */
describe('32 workers in two processes', () => {
  let database: TestDatabase;
  let source: DataSource;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'huiliu-stress-'));
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 2 });
    await openDatabase(source);
  });
  afterEach(async () => {
    await source.destroy();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('make one case of each matter, however its reports are spread over them', async () => {
    const size = { seed: 2, matters: 50, reportsEach: 10, processes: 2, workersEach: 16 };

    const run = await runStress(source, database.url, folder, size);

    expect(run).toMatchObject({ reports: 500, unsettled: 0, mixed: 0, torn: 0, cases: 50 });
  });
});
