import { Module } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { DepartmentModule } from '#apps/api/department/department.module.js';
import { requestPipe } from '#apps/api/request-pipe.js';
import type { ApiKeyTerms } from '#domain/ports/api-key-book.js';
import { Clock } from '#domain/ports/clock.js';
import { DepartmentSecrets } from '#domain/ports/department-secrets.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { RefusalLog } from '#domain/ports/refusal-log.js';
import { RecordSeal } from '#domain/ports/vault.js';
import type { Reference } from '#domain/reference/reference.js';
import { ApiKeys } from '#identity/api-keys/api-keys.js';
import { CaseDesk } from '#pipeline/case-desk.js';
import { City } from '#pipeline/city.js';
import { EndpointDesk } from '#pipeline/endpoint-desk.js';
import { EndpointDirectory } from '#pipeline/endpoint-directory.js';
import { Contacts } from '#pipeline/privacy/contacts.js';
import { UuidV7 } from '#runtime/uuid-v7.js';
import { SqlCaseStore } from '#storage/sql-case-store.js';
import { SqlRefusalLog } from '#storage/sql-refusal-log.js';
import { openAdminApp } from './admin-app.js';
import type { EndpointRig } from './endpoint-rig.js';
import { emptyTables } from './empty-tables.js';
import { endpointRig } from './endpoint-rig.js';
import { HeardDoorbell } from './heard-doorbell.js';

@Module({ imports: [DepartmentModule], providers: [{ provide: APP_PIPE, useFactory: requestPipe }] })
class DepartmentApi {}

interface Asked {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Record<string, string>;
  readonly payload?: object | string;
  /** The key it comes with; gas-supply's by default, none for null. */
  readonly key?: string | null;
}

/** The departments' API on real PostgreSQL, with the endpoint of one department, gas-supply, and a key of it. */
export class DepartmentApp {
  private constructor(
    readonly rig: EndpointRig,
    readonly app: NestFastifyApplication,
    readonly doorbell: HeardDoorbell,
    private readonly key: string,
  ) {}

  static async open(change?: (reference: Reference) => Reference): Promise<DepartmentApp> {
    const rig = await endpointRig(undefined, change);
    const { city } = rig;
    const doorbell = new HeardDoorbell();
    const desk = new CaseDesk(new SqlCaseStore(rig.source), city, doorbell, { clock: rig.clock, ids: new UuidV7() });
    const app = await openAdminApp(DepartmentApi, [
      { provide: DataSource, useValue: rig.source },
      { provide: Clock, useValue: rig.clock },
      { provide: City, useValue: city },
      { provide: Contacts, useValue: rig.contacts },
      { provide: CaseDesk, useValue: desk },
      { provide: EndpointDesk, useValue: rig.desk },
      { provide: EndpointDirectory, useValue: rig.directory },
      { provide: DepartmentSecrets, useValue: rig.directory },
      { provide: RefusalLog, useValue: new SqlRefusalLog(rig.source, rig.clock) },
      { provide: Doorbell, useValue: doorbell },
      // Of other readers; no department asks them.
      { provide: RecordSeal, useValue: {} },
    ]);
    const terms = { name: 'test', role: 'department', scopeKind: 'department', scopeIds: ['gas-supply'] };
    const { token } = await app.get(ApiKeys, { strict: false }).make(terms, 'li', rig.clock.at);
    return new DepartmentApp(rig, app, doorbell, token);
  }

  async makeKey(terms: Partial<ApiKeyTerms>) {
    const usual = { name: 'another', role: 'department', scopeKind: 'department', scopeIds: ['gas-supply'] };
    return this.app.get(ApiKeys, { strict: false }).make({ ...usual, ...terms }, 'li', this.rig.clock.at);
  }

  async revoke(id: string): Promise<void> {
    await this.app.get(ApiKeys, { strict: false }).revoke(id, this.rig.clock.at);
  }

  /** Owes a message about a case that the department leads; returns the case's number. */
  async dispatch(): Promise<string> {
    const id = await this.rig.owe();
    const sql = 'select c.number, c.id from cases c join deliveries d on d.case_id = c.id where d.id = $1';
    const [found] = await this.rig.source.query<{ number: string; id: string }[]>(sql, [id]);
    await this.rig.source.query(`update cases set lead = 'gas-supply' where id = $1`, [found.id]);
    return found.number;
  }

  async ask(path: string, { method = 'GET', headers = {}, payload, key = this.key }: Asked = {}) {
    const authorization: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
    const all = { ...authorization, ...headers };
    const url = `/department/v1/${path}`;
    const answer = await this.app.inject({ method, url, headers: all, payload });
    const isJson = /json/.test(String(answer.headers['content-type']));
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      body: isJson ? answer.json<Record<string, unknown>>() : {},
    };
  }

  /** Hands a command in with the key, named as a message. */
  command(number: string, id: string | undefined, command: object, key?: string) {
    const headers: Record<string, string> = { 'content-type': 'application/json', ...(id && { 'idempotency-key': id }) };
    return this.ask(`cases/${number}/commands`, { method: 'POST', headers, payload: JSON.stringify(command), key });
  }

  async refusals(): Promise<string[]> {
    const rows = await this.rig.source.query<{ who: string; code: string; detail: string }[]>(
      'select * from refusals order by id',
    );
    return rows.map(({ who, code, detail }) => `${who} ${code} ${detail}`);
  }

  /** As it was when opened: no case, no message, no refusal. */
  async empty(): Promise<void> {
    const tables = ['deliveries', 'department_feeds', 'cases', 'callbacks', 'refusals', 'endpoints', 'endpoint_notices'];
    await emptyTables(this.rig.source, tables);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.rig.close();
  }
}
