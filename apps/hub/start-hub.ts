import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { harden } from '#apps/api/hardening/harden.js';
import { SERVER_LIMITS, serverOptions } from '#apps/api/hardening/server-limits.js';
import { serveOpenApi } from '#apps/api/openapi/serve-openapi.js';
import { ProblemFilter } from '#apps/api/problem.filter.js';
import type { HubConfig } from '#config/load-config.js';
import type { CityConfig } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import { OperatorError } from '#domain/errors.js';
import { loadKeyRing } from '#identity/vault/load-key-ring.js';
import { prepareQueues } from '#jobs/queue-connection.js';
import type { HubLogger } from '#runtime/logger.js';
import { createDataSource, openDatabase } from '#storage/data-source.js';
import { CONSOLE_PAGES } from './console-pages.js';
import { HubModule } from './hub.module.js';
import { insist } from './insist.js';

/** A hub that runs in this process. */
export interface RunningHub {
  readonly url: string;
  readonly app: INestApplication;
  /** Finishes what is in hand, then lets go of everything it opened. */
  stop(): Promise<void>;
}

export interface HubStart {
  readonly config: HubConfig;
  readonly city: CityConfig;
  readonly databaseUrl: string;
  /** Keeps the queues of several hubs on one Redis apart. */
  readonly namespace: string;
  readonly logger: HubLogger;
}

/** Opens the database, brings tables and queues up to date, and runs the configured roles. */
export async function startHub({ config, city, databaseUrl, namespace, logger }: HubStart): Promise<RunningHub> {
  const source = createDataSource({ url: databaseUrl, poolSize: config.storage.poolSize });
  await insist(() => openDatabase(source), logger);
  try {
    const queues = { databaseUrl, redisUrl: config.storage.redisUrl, namespace };
    await prepareQueues(queues);
    const vaultKeys = await loadKeyRing(config.folders.data);
    const root = HubModule.withRoles(config.roles, { config, city, source, vaultKeys, logger }, queues);
    const app = await NestFactory.create<NestFastifyApplication>(
      root,
      new FastifyAdapter(serverOptions(SERVER_LIMITS, config.http.trustedProxies)),
      {
        rawBody: true,
        logger,
        abortOnError: false,
      },
    );
    app.useGlobalFilters(new ProblemFilter(logger));
    await harden(app, config.http);
    if (config.roles.includes('api')) await servePages(app);
    const url = await listen(app, config);
    return { url, app, stop: () => stop(app, source) };
  } catch (thrown) {
    await source.destroy();
    throw thrown;
  }
}

async function stop(app: INestApplication, source: { destroy(): Promise<void> }): Promise<void> {
  await app.close();
  await source.destroy();
}

async function listen(app: NestFastifyApplication, { http }: HubConfig): Promise<string> {
  try {
    await app.listen(http.port, http.host);
    return (await app.getUrl()).replace('[::1]', 'localhost');
  } catch (thrown) {
    await app.close();
    if ((thrown as { code?: unknown }).code !== 'EADDRINUSE') throw thrown;
    throw new OperatorError('PORT_IN_USE', `port ${http.port} is taken: stop what listens there, or set HUB_PORT to another`);
  }
}

/** What people look at: the console, and the API's description. */
async function servePages(app: NestFastifyApplication): Promise<void> {
  serveOpenApi(app, join(projectRoot(), 'docs', 'openapi.json'));
  await serveConsole(app);
}

/** The operators' page, when it was built; every address that is no file and no API is the page itself. */
async function serveConsole(app: NestFastifyApplication): Promise<void> {
  const folder = join(projectRoot(), 'dist', 'console');
  if (!existsSync(join(folder, 'index.html'))) return;
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyStatic as never, { root: folder, wildcard: false, maxAge: '1h', immutable: false });
  const page = ['/', ...CONSOLE_PAGES.map((name) => `/${name}*`)];
  for (const address of page) {
    if (!fastify.hasRoute({ method: 'GET', url: address })) {
      fastify.get(address, (_request, reply) => (reply as unknown as { sendFile(name: string): unknown }).sendFile('index.html'));
    }
  }
}
