import type { Command } from 'commander';
import { loadConfig } from '#config/load-config.js';
import { describeCity, describeConfig } from '#config/describe-config.js';
import { createLogger } from '#runtime/logger.js';
import { Operators } from '#apps/api/admin/operators.js';
import { insist } from '../insist.js';
import { openCity } from '../open-city.js';
import { openStorage } from '../open-storage.js';
import { startHub } from '../start-hub.js';
import { endAfter, untilStopped } from '../until-stopped.js';

/** `hub serve`: the roles of HUB_ROLES in this process, without a simulated city. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('run the roles of HUB_ROLES against the configured platforms')
    .action(async () => {
      const config = loadConfig();
      const logger = createLogger(config.log.level);
      const stopped = untilStopped();
      const city = openCity(config);
      logger.log({ config: describeConfig(config), city: describeCity(city) }, 'starting');
      const storage = await insist(() => openStorage(config), logger);
      const hub = await startHub({ config, city, databaseUrl: storage.url, namespace: storage.name, logger }).catch(
        async (thrown: unknown) => {
          await storage.close();
          throw thrown;
        },
      );
      process.stdout.write(`${hub.url}\n`);
      if (config.roles.includes('api')) {
        const first = await hub.app.get(Operators, { strict: false }).ensureFirstOperator('admin');
        if (first) process.stdout.write(`first sign-in: ${first.name} / ${first.oneTimePassword}\n`);
      }
      process.send?.({ ready: true, url: hub.url });
      await stopped;
      await endAfter(
        async () => {
          await hub.stop();
          await storage.close();
        },
        () => 0,
      );
    });
}
