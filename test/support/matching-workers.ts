import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openCity } from '#apps/hub/open-city.js';
import { withHub } from '#apps/hub/with-hub.js';
import { loadConfig } from '#config/load-config.js';
import { projectRoot } from '#config/project-root.js';
import type { PlatformId, RecordId } from '#domain/ids.js';
import { CaseStore } from '#domain/ports/case-store.js';
import { Clock } from '#domain/ports/clock.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { IdSource } from '#domain/ports/ids.js';
import type { RecordStore } from '#domain/ports/record-store.js';
import { CasePipeline } from '#pipeline/case-pipeline.js';
import { City } from '#pipeline/city.js';
import { Normaliser } from '#pipeline/steps/normalise.js';
import type { DataSource } from '#storage/data-source.js';
import { SqlRecordStore } from '#storage/sql-record-store.js';

interface Start {
  readonly environment: Record<string, string>;
  readonly first: number;
  readonly here: number;
  readonly all: number;
}

/** A worker's part of the inbox, so that all of them are at work all the time and none waits for the others' rows. */
class ShareOfInbox extends SqlRecordStore {
  constructor(
    private readonly database: DataSource,
    clock: Clock,
    private readonly worker: number,
    private readonly workers: number,
  ) {
    super(database, clock);
  }

  override async waiting(platform: PlatformId, limit: number, inHand: readonly RecordId[]): Promise<RecordId[]> {
    const rows = await this.database.query<{ id: RecordId }[]>(
      `select id from records where platform = $1 and outcome is null and id <> all($3::bigint[]) and id % $4 = $5 order by id limit $2`,
      [platform, limit, inHand, this.workers, this.worker],
    );
    return rows.map(({ id }) => id);
  }
}

/** Pipelines side by side in several processes, all on one database: what a large city runs. */
export class MatchingWorkers {
  private constructor(private readonly children: readonly ChildProcess[]) {}

  /** Starts processes that hold so many workers each; none of them works yet. */
  static async start(databaseUrl: string, dataDir: string, processes: number, workersEach: number): Promise<MatchingWorkers> {
    const environment = {
      DATABASE_URL: databaseUrl,
      HUB_DATA_DIR: dataDir,
      HUB_LOG_LEVEL: 'error',
      HUB_POOL_SIZE: String(2 * workersEach),
      HUB_READ_APART_FROM: '0',
    };
    const program = join(projectRoot(), 'dist', 'test', 'support', 'matching-workers.js');
    const children = Array.from({ length: processes }, (_, nth) => {
      const start: Start = { environment, first: nth * workersEach, here: workersEach, all: processes * workersEach };
      return fork(program, ['--work', JSON.stringify(start)], { execArgv: [] });
    });
    await Promise.all(children.map(answerOf));
    return new MatchingWorkers(children);
  }

  /** All of them at once work what waits on the platforms, until nothing does. */
  async work(platforms: readonly string[]): Promise<void> {
    const answers = this.children.map(answerOf);
    for (const child of this.children) child.send(platforms);
    const failures = (await Promise.all(answers)).filter((answer) => answer !== 'done');
    if (failures.length > 0) throw new Error(failures.join('; '));
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.children.map(async (child) => {
        if (child.connected) child.disconnect();
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      }),
    );
  }
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`a matching worker ended with ${code}`)));
  });
}

/** Records a transaction takes: few, so that many transactions meet. */
const BATCH = 10;

async function serve({ environment, first, here, all }: Start): Promise<void> {
  const config = loadConfig(environment);
  await withHub(
    config,
    async ({ app, source }) => {
      const clock = app.get(Clock);
      const means = { clock, ids: app.get(IdSource), batchSize: BATCH };
      const pipelines = Array.from({ length: here }, (_, nth) => {
        const inbox: RecordStore = new ShareOfInbox(source, clock, first + nth, all);
        return new CasePipeline(app.get(CaseStore), inbox, app.get(Normaliser), app.get(City), app.get(Doorbell), means);
      });
      const work = (platforms: readonly PlatformId[]): Promise<unknown> =>
        Promise.all(pipelines.map((one, nth) => workOff(one, nth % 2 === 0 ? platforms : [...platforms].reverse())));
      process.on('message', (platforms: readonly PlatformId[]) => {
        void work(platforms).then(
          () => process.send?.('done'),
          (thrown: unknown) => process.send?.(String(thrown)),
        );
      });
      process.send?.('ready');
      await once(process, 'disconnect');
    },
    { city: openCity(config) },
  );
}

/** One transaction at a time, until nothing waits. */
async function workOff(pipeline: CasePipeline, platforms: readonly PlatformId[]): Promise<void> {
  for (const platform of platforms) while ((await pipeline.ingest(platform)) > 0);
}

if (process.argv[2] === '--work') await serve(JSON.parse(process.argv[3]) as Start);
