import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Operators } from '#apps/api/admin/operators.js';
import { IdentityModule } from '#apps/api/admin/session/identity.module.js';
import { requestPipe } from '#apps/api/request-pipe.js';
import { loadReference } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import { Clock } from '#domain/ports/clock.js';
import { IdSource } from '#domain/ports/ids.js';
import { Platforms } from '#domain/ports/platforms.js';
import { IdentitySettings } from '#identity/identity-settings.js';
import { City } from '#pipeline/city.js';
import { ConfiguredCity } from '#pipeline/configured-city.js';
import { UuidV7 } from '#runtime/uuid-v7.js';
import { createDataSource, DataSource } from '#storage/data-source.js';
import { openAdminApp } from './admin-app.js';
import type { TestDatabase } from './database.js';
import { freshDatabase } from './database.js';
import { emptyTables } from './empty-tables.js';

/** A clock that goes when it is told to. */
class SteppingClock extends Clock {
  at = new Date('2026-11-20T02:00:00.000Z');
  override now(): Date {
    return this.at;
  }

  pass(seconds: number): void {
    this.at = new Date(this.at.getTime() + seconds * 1000);
  }
}

class NoPlatforms extends Platforms {
  override all() {
    return [];
  }
  override find() {
    return undefined;
  }
}

@Module({ imports: [IdentityModule], providers: [{ provide: APP_PIPE, useFactory: requestPipe }] })
class Identity {}

/** What an answer is looked at for. */
export interface Told {
  readonly status: number;
  readonly code?: string;
  readonly cookie?: string;
  readonly body: Record<string, unknown>;
}

interface Asked {
  readonly token?: string;
  readonly payload?: object;
  readonly headers?: Record<string, string>;
  readonly address?: string;
}

/** Accounts, sessions and people on real PostgreSQL, without a case in sight. */
export class IdentityRig {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly source: DataSource,
    readonly clock: SteppingClock,
    private readonly database: TestDatabase,
  ) {}

  /** On a database that is there, a second process of the same hub. */
  static async open(settings = new IdentitySettings(), shared?: TestDatabase): Promise<IdentityRig> {
    const database = shared ?? (await freshDatabase());
    const source = createDataSource({ url: database.url, poolSize: 5 });
    await source.initialize();
    const clock = new SteppingClock();
    const { reference } = loadReference(join(projectRoot(), 'config', 'demo'), {});
    const app = await openAdminApp(Identity, [
      { provide: DataSource, useValue: source },
      { provide: Clock, useValue: clock },
      { provide: IdSource, useValue: new UuidV7() },
      { provide: City, useValue: new ConfiguredCity(reference, 1000) },
      { provide: Platforms, useValue: new NoPlatforms() },
      { provide: IdentitySettings, useValue: settings },
    ]);
    return new IdentityRig(app, source, clock, database);
  }

  /** The same hub once more. */
  again(): Promise<IdentityRig> {
    return IdentityRig.open(new IdentitySettings(), this.database);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.source.destroy();
  }

  async end(): Promise<void> {
    await this.close();
    await this.database.drop();
  }

  /** Nobody is there but the admin `root`, and nobody has tried anything. */
  async reset(): Promise<void> {
    await emptyTables(this.source, ['sign_in_tries', 'oidc_sign_ins', 'recovery_codes', 'sessions', 'operators', 'api_keys']);
    await this.app.get(Operators).setPassword('root', 'the-root-of-all-rights');
  }

  async ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, asked: Asked = {}): Promise<Told> {
    const { token, payload, headers = {}, address } = asked;
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const answer = await this.app.inject({
      ...{ method, url: `/api/v1/${path}`, payload, remoteAddress: address },
      headers: { ...authorization, ...headers },
    });
    const body = answer.body.startsWith('{') ? answer.json<Record<string, unknown>>() : {};
    const cookie = [answer.headers['set-cookie'] ?? []].flat().join('\n');
    return { status: answer.statusCode, code: body['code'] as string | undefined, cookie, body };
  }

  signIn(
    name: string,
    password: string,
    more: { code?: string; address?: string; headers?: Record<string, string> } = {},
  ): Promise<Told> {
    const { code, address, headers } = more;
    return this.ask('POST', 'session', { payload: { name, password, code }, address, headers });
  }

  /** The token of somebody whose password is known. */
  async tokenOf(name: string, password: string): Promise<string> {
    return String((await this.signIn(name, password)).body['token']);
  }

  root(): Promise<string> {
    return this.tokenOf('root', 'the-root-of-all-rights');
  }

  /** Makes somebody as an admin does, and chooses their password as they do. */
  async person(name: string, role: string, scope: object, password: string): Promise<string> {
    const made = await this.ask('POST', 'people', { token: await this.root(), payload: { name, role, scope } });
    const current = String(made.body['oneTimePassword']);
    const token = await this.tokenOf(name, current);
    await this.ask('PUT', 'session/password', { token, payload: { current, next: password } });
    return String(made.body['id']);
  }
}
