import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HubTools } from '#apps/hub/with-hub.js';
import { withHub } from '#apps/hub/with-hub.js';
import { openCity } from '#apps/hub/open-city.js';
import { loadConfig } from '#config/load-config.js';
import type { CityConfig } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import type { Actor } from '#domain/case/case.js';
import type { CaseCommand } from '#domain/case/case-command.js';
import type { CaseNumber, DepartmentId, PlatformId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import { drawLedger } from '#domain/ledger/ledger.js';
import { LedgerBook } from '#domain/ports/ledger-book.js';
import { RecordStore } from '#domain/ports/record-store.js';
import type { TakenDelivery } from '#domain/ports/delivery-store.js';
import { CaseDesk } from '#pipeline/case-desk.js';
import { CasePipeline } from '#pipeline/case-pipeline.js';
import type { Attempt } from '#pipeline/deliver-due.js';
import { Courier, DeliverDue } from '#pipeline/deliver-due.js';
import type { GroupingCommand } from '#pipeline/grouping-command.js';
import type { GivenGroupingAnswer } from '#pipeline/match-desk.js';
import { MatchDesk } from '#pipeline/match-desk.js';
import { anOrder } from './builders/an-order.js';
import { freshDatabase } from './database.js';
import { emptyTables } from './empty-tables.js';

const HOTLINE = as<PlatformId>('hotline');
const never = new AbortController().signal;

/** The other side takes everything at once. */
class Takes extends Courier {
  readonly leaseMs = 60_000;
  override async carry(_delivery: TakenDelivery): Promise<Attempt> {
    return { kind: 'confirmed' };
  }
}

type AnOrder = readonly [id: string, changes: Record<string, unknown>];

export interface PlacedReport {
  readonly id: never;
  readonly externalId: string;
  readonly number: CaseNumber;
  readonly status: string;
  readonly lead: DepartmentId | null;
}

/** 抽查: which case is drawn hangs on its number, and numbers on the day. */
function withoutDraws(city: CityConfig): CityConfig {
  const { deadlines } = city.reference;
  const stages = { ...deadlines.stages, lookBack: { ...deadlines.stages.lookBack, share: 0 } };
  return { ...city, reference: { ...city.reference, deadlines: { ...deadlines, stages } } };
}

/** The demo city's hub on real PostgreSQL with nobody at work in it but the test: records, commands and messages go when it says so. */
export class DeskTown {
  private requests = 0;

  private constructor(
    readonly tools: HubTools,
    /** The hub's data folder. */
    readonly data: string,
    private readonly leave: () => Promise<void>,
  ) {}

  static async open(): Promise<DeskTown> {
    const database = await freshDatabase();
    const data = mkdtempSync(join(tmpdir(), 'huiliu-desk-'));
    const config = loadConfig({
      HUB_CONFIG_DIR: join(projectRoot(), 'config', 'demo'),
      HUB_DATA_DIR: data,
      DATABASE_URL: database.url,
      HUB_LOG_LEVEL: 'silent',
      CITY_URL: 'http://127.0.0.1:1',
    });
    let close = (): void => undefined;
    const closing = new Promise<void>((resolve) => (close = resolve));
    let work: Promise<void> = Promise.resolve();
    const tools = await new Promise<HubTools>((opened, failed) => {
      const city = withoutDraws(openCity(config));
      work = withHub(
        config,
        async (all) => {
          opened(all);
          await closing;
        },
        { city },
      );
      work.catch(failed);
    });
    return new DeskTown(tools, data, async () => {
      close();
      await work;
      await database.drop();
      rmSync(data, { recursive: true, force: true });
    });
  }

  end(): Promise<void> {
    return this.leave();
  }

  ask<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.tools.source.query(sql, parameters);
  }

  /** Forgets every record, report and case. */
  async empty(): Promise<void> {
    await emptyTables(this.tools.source, ['cases', 'pages', 'record_heads', 'report_keys', 'groupings']);
  }

  /** Keeps orders as the platform's next page; nobody works them yet. */
  async stage(...orders: readonly AnOrder[]): Promise<void> {
    const records = orders.map(([id, changes]) => ({ externalId: as<never>(id), bytes: anOrder(id, changes) }));
    await this.tools.app.get(RecordStore).stage({ platform: HOTLINE, unreadable: [], records });
  }

  /** Takes orders in, in one batch. */
  async takeIn(...orders: readonly AnOrder[]): Promise<void> {
    await this.stage(...orders);
    await this.tools.app.get(CasePipeline).ingestAll(HOTLINE, never);
  }

  reports(): Promise<PlacedReport[]> {
    return this.ask(
      `select r.id, r.external_id as "externalId", c.number, c.status, c.lead from reports r join cases c on c.id = r.case_id order by r.external_id`,
    );
  }

  async report(externalId: string): Promise<PlacedReport> {
    const found = (await this.reports()).find((one) => one.externalId === externalId);
    if (!found) throw new Error(`there is no report ${externalId}`);
    return found;
  }

  regroup(
    command: GroupingCommand,
    requestId = `request-${++this.requests}`,
    actor: Actor = 'operator:li',
  ): Promise<GivenGroupingAnswer> {
    return this.tools.app.get(MatchDesk).execute({ command, actor, requestId });
  }

  /** A case's department, or the hub for the rest, does something; an illegal command does nothing. */
  async command(number: CaseNumber, command: (lead: DepartmentId) => CaseCommand): Promise<string> {
    const [{ lead }] = await this.ask<{ lead: DepartmentId | null }>('select lead from cases where number = $1', [number]);
    const department = lead ?? as<DepartmentId>('nobody');
    const actor: Actor = `department:${department}`;
    return (await this.tools.app.get(CaseDesk).execute({ number, command: command(department), actor })).outcome;
  }

  /** Everything that is owed on a channel goes out and is taken. */
  async deliver(channel: 'webhook' | 'write-back'): Promise<void> {
    const targets = await this.ask<{ target: string }>('select distinct target from deliveries where channel = $1', [channel]);
    for (const { target } of targets) await this.tools.app.get(DeliverDue).deliver({ channel, target }, new Takes(), never);
  }

  async ledger() {
    return drawLedger(await this.tools.app.get(LedgerBook).facts());
  }
}
