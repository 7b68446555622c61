import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { HubConfig } from '#config/load-config.js';
import type { CityConfig } from '#config/load-reference.js';
import type { Platform } from '#domain/ports/platforms.js';
import { loadKeyRing } from '#identity/vault/load-key-ring.js';
import { prepareQueues } from '#jobs/queue-connection.js';
import { createLogger } from '#runtime/logger.js';
import { createDataSource, openDatabase } from '#storage/data-source.js';
import type { Foundation } from './foundation.module.js';
import { HubModule } from './hub.module.js';
import { openCity } from './open-city.js';
import { openStorage } from './open-storage.js';

/** The hub's ports and use cases without any role: what a command line needs. */
export interface HubTools {
  readonly app: INestApplicationContext;
  readonly city: CityConfig;
  /** The database, for reading. */
  readonly source: Foundation['source'];
}

/** What a command brings along beside the configuration. */
export interface HubExtras {
  /** The city as the command wants it; the configured one by default. */
  readonly city?: CityConfig;
  readonly platforms?: readonly Platform[];
}

/** Opens the hub beside whatever runs already, does one piece of work, and lets go of everything again. */
export async function withHub<T>(config: HubConfig, work: (tools: HubTools) => Promise<T>, extras: HubExtras = {}): Promise<T> {
  const city = extras.city ?? openCity(config);
  const storage = await openStorage(config);
  const source = createDataSource({ url: storage.url, poolSize: config.storage.poolSize });
  try {
    await openDatabase(source);
    const queues = { databaseUrl: storage.url, redisUrl: config.storage.redisUrl, namespace: storage.name };
    await prepareQueues(queues);
    const vaultKeys = await loadKeyRing(config.folders.data);
    const logger = createLogger(config.log.level);
    const root = HubModule.withRoles([], { config, city, source, vaultKeys, logger, platforms: extras.platforms }, queues);
    const app = await NestFactory.createApplicationContext(root, { logger: ['error'], abortOnError: false });
    try {
      return await work({ app, city, source });
    } finally {
      await app.close();
    }
  } finally {
    if (source.isInitialized) await source.destroy();
    await storage.close();
  }
}
