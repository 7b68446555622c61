import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AdminModule } from '#apps/api/admin/admin.module.js';
import { loadReference } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import { CaseStore } from '#domain/ports/case-store.js';
import { Clock } from '#domain/ports/clock.js';
import { DeliveryStore } from '#domain/ports/delivery-store.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { IdSource } from '#domain/ports/ids.js';
import { LedgerBook } from '#domain/ports/ledger-book.js';
import type { Platform } from '#domain/ports/platforms.js';
import { Platforms } from '#domain/ports/platforms.js';
import { ReconcileBook } from '#domain/ports/reconcile-book.js';
import { RecordStore } from '#domain/ports/record-store.js';
import { SchemaBook } from '#domain/ports/schema-book.js';
import { CaseDesk } from '#pipeline/case-desk.js';
import { City } from '#pipeline/city.js';
import { ConfiguredCity } from '#pipeline/configured-city.js';
import { LearnRarity } from '#pipeline/learn-rarity.js';
import { MatchDesk } from '#pipeline/match-desk.js';
import { UndertakingDesk } from '#pipeline/undertaking-desk.js';
import { UuidV7 } from '#runtime/uuid-v7.js';
import { createDataSource } from '#storage/data-source.js';
import { SqlCaseStore } from '#storage/sql-case-store.js';
import { SqlDeliveryStore } from '#storage/sql-delivery-store.js';
import { SqlLedgerBook } from '#storage/sql-ledger-book.js';
import { SqlRarityBook } from '#storage/sql-rarity-book.js';
import { SqlReconcileBook } from '#storage/sql-reconcile-book.js';
import { SqlRecordStore } from '#storage/sql-record-store.js';
import { SqlSchemaBook } from '#storage/sql-schema-book.js';
import { SqlUndertakingBook } from '#storage/sql-undertaking-book.js';
import { openAdminApp, signInAs } from './admin-app.js';
import type { TestDatabase } from './database.js';
import { freshDatabase } from './database.js';
import { emptyTables } from './empty-tables.js';
import { HeardDoorbell } from './heard-doorbell.js';

export const CASE = '0190a000-0000-7000-8000-000000000001';
export const REPORT = '0190a000-0000-7000-8000-0000000000a1';
export const PARKED = '0190a000-0000-7000-8000-0000000000d1';

class StoppedClock extends Clock {
  at = new Date('2026-11-20T02:00:00.000Z');
  override now(): Date {
    return this.at;
  }
}

class OnePlatform extends Platforms {
  private readonly hotline = {
    id: 'hotline',
    title: '12345 政务热线',
    pullEverySeconds: 60,
    adapter: {
      describe: () => ({ kind: 'hotline', title: '热线', capabilities: ['pull', 'push-update', 'count'] }),
      count: async function* () {},
    },
  } as unknown as Platform;
  override all(): readonly Platform[] {
    return [this.hotline];
  }
  override find(id: string): Platform | undefined {
    return id === 'hotline' ? this.hotline : undefined;
  }
}

/** A held case with one report, an event, a clock that warns, a parked delivery, and a record that could not be read. */
export const SEED = `
insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, street, route, last_hash)
values ('${CASE}', 'HL202611200001', 1, 'held', '2026-11-20T01:00:00Z', '路灯不亮 13812345678', 'E0113', 'complaint', 'normal',
  '{"address":"云岚街道银杏路 3 号"}', '云岚街道', '{"kind":"held","because":"两个部门的职责相近","candidates":[{"department":"transport","confidence":0.5}]}', 'x');
insert into reports (id, platform, external_id, case_id, reported_at, source_updated_at, title, body, nature, urgency, category, place, grams, places, created_at)
values ('${REPORT}', 'hotline', 'H1', '${CASE}', '2026-11-20T01:00:00Z', '2026-11-20T01:00:00Z', '路灯不亮', '请致电 13812345678', 'complaint', 'normal', 'E0113', '{}', '', '{}', '2026-11-20T01:00:00Z');
insert into report_links (report_id, case_id, relation, linked_at) values ('${REPORT}', '${CASE}', 'opened', '2026-11-20T01:00:00Z');
insert into case_events values ('${CASE}', 1, 'case.held', '2026-11-20T01:00:00Z', 'hub', '{"because":"两个部门的职责相近"}', 'x');
insert into case_clocks (case_id, clock, starts_at, warn_at, due_at, because)
values ('${CASE}', 'dispatch', '2026-11-20T01:00:00Z', '2026-11-20T01:30:00Z', '2026-11-20T03:00:00Z', '2 小时');
insert into deliveries (id, channel, target, case_id, report_id, type, payload, state, created_at, attempts, next_attempt_at, reason)
values ('${PARKED}', 'write-back', 'hotline', '${CASE}', '${REPORT}', 'answer', '{}', 'parked', '2026-11-20T01:00:00Z', 1, '2026-11-20T01:00:00Z', '404');
insert into delivery_attempts values ('${PARKED}', 1, '2026-11-20T01:10:00Z', 12, 'hopeless', 404, 'no such record', null);
insert into pages (platform, received_at, day, pulled, unchanged) values ('hotline', '2026-11-20T01:00:00Z', '2026-11-20', 2, 0);
insert into records (page_id, platform, external_id, day, received_at, bytes, outcome, report_id)
values (1, 'hotline', 'H1', '2026-11-20', '2026-11-20T01:00:00Z', '{}', 'opened', '${REPORT}');
insert into records (page_id, platform, external_id, day, received_at, bytes, outcome, faults)
values (1, 'hotline', 'H2', '2026-11-20', '2026-11-20T01:00:00Z', decode('c2b7b5c6', 'hex'), 'quarantined', '[{"field":"title","message":"missing"}]');
`;

const TABLES = ['hot_issues', 'cases', 'records', 'pages', 'pulls', 'reconciliations', 'reconcile_turns', 'schema_fields'];

/** The admin API on real PostgreSQL with one operator, li, signed in, and one case to look at. */
export class AdminDesk {
  private bearer = '';

  private constructor(
    readonly app: NestFastifyApplication,
    readonly source: DataSource,
    readonly doorbell: HeardDoorbell,
    private readonly database: TestDatabase,
  ) {}

  static async open(): Promise<AdminDesk> {
    const database = await freshDatabase();
    const source = createDataSource({ url: database.url, poolSize: 5 });
    await source.initialize();
    const [clock, doorbell] = [new StoppedClock(), new HeardDoorbell()];
    const { reference } = loadReference(join(projectRoot(), 'config', 'demo'), {});
    const city = new ConfiguredCity(reference, 1000);
    const store = new SqlCaseStore(source);
    const ids = new UuidV7();
    const providers = [
      { provide: DataSource, useValue: source },
      { provide: Clock, useValue: clock },
      { provide: IdSource, useValue: ids },
      { provide: City, useValue: city },
      { provide: Doorbell, useValue: doorbell },
      { provide: Platforms, useValue: new OnePlatform() },
      { provide: CaseStore, useValue: store },
      { provide: CaseDesk, useValue: new CaseDesk(store, city, doorbell, { clock, ids }) },
      { provide: MatchDesk, useValue: new MatchDesk(store, city, doorbell, { clock, ids }) },
      { provide: UndertakingDesk, useValue: new UndertakingDesk(new SqlUndertakingBook(source), city, { clock, ids }) },
      { provide: LearnRarity, useValue: new LearnRarity(new SqlRarityBook(source), city) },
      { provide: DeliveryStore, useValue: new SqlDeliveryStore(source) },
      { provide: RecordStore, useValue: new SqlRecordStore(source, clock) },
      { provide: LedgerBook, useValue: new SqlLedgerBook(source) },
      { provide: ReconcileBook, useValue: new SqlReconcileBook(source, clock) },
      { provide: SchemaBook, useValue: new SqlSchemaBook(source) },
    ];
    const app = await openAdminApp(AdminModule, providers);
    const desk = new AdminDesk(app, source, doorbell, database);
    desk.bearer = await signInAs(app, 'li');
    return desk;
  }

  get headers(): { authorization: string } {
    return { authorization: this.bearer };
  }

  /** Everything as it was, and nobody has rung. */
  async reset(): Promise<void> {
    await emptyTables(this.source, TABLES);
    await this.source.query(SEED);
    this.doorbell.rings.length = 0;
  }

  async end(): Promise<void> {
    await this.app.close();
    await this.source.destroy();
    await this.database.drop();
  }

  signIn(password: string) {
    return this.app.inject({ method: 'POST', url: '/api/v1/session', payload: { name: 'li', password } });
  }

  get(url: string) {
    return this.app.inject({ url: `/api/v1/${url}`, headers: this.headers });
  }

  post(url: string, payload: object = {}) {
    return this.app.inject({ method: 'POST', url: `/api/v1/${url}`, headers: this.headers, payload });
  }
}
