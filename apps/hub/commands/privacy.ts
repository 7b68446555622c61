import type { Command } from 'commander';
import { loadConfig } from '#config/load-config.js';
import { registerErase } from './privacy-erase.js';
import { registerKeys } from './privacy-keys.js';
import { ForgetCitizens } from '#pipeline/privacy/forget-citizens.js';
import { SealOld } from '#storage/privacy/seal-old.js';
import { withHub } from '../with-hub.js';

/** Rows a transaction takes: it holds them for a blink, while the hub goes on. */
const BATCH = 500;

/** `hub privacy`: seals, keys, and forgetting. */
export function registerPrivacy(program: Command): void {
  const privacy = program.command('privacy').description("个人信息保护: citizens' identities, their seals and their end");
  privacy
    .command('seal-old')
    .description('seals what an older release stored in clear; can be broken off and begun again, while the hub runs')
    .action(() =>
      withHub(loadConfig(), async ({ app }) => {
        const done = new Map<string, number>();
        await app.get(SealOld).sealAll(BATCH, (table, changed) => done.set(table, (done.get(table) ?? 0) + changed));
        for (const [table, changed] of done) process.stdout.write(`${table}: ${changed} sealed\n`);
        process.stdout.write('nothing lies in clear\n');
      }),
    );
  privacy
    .command('retain')
    .description('到期删除: destroys the identities whose time by privacy.yaml is over; the running hub does it once a day')
    .action(() =>
      withHub(loadConfig(), async ({ app, city }) => {
        const forgotten = await app.get(ForgetCitizens).forgetAll();
        const kept = city.retention ? '' : 'there is no privacy.yaml: identities are kept for ever; ';
        process.stdout.write(`${kept}${forgotten} reports forgotten\n`);
      }),
    );
  registerErase(privacy);
  registerKeys(privacy);
}
