import type { Command } from 'commander';
import { loadConfig } from '#config/load-config.js';
import { addActiveKey, dropKeys } from '#identity/vault/change-key-ring.js';
import { loadKeyRing } from '#identity/vault/load-key-ring.js';
import { Resealing } from '#storage/privacy/resealing.js';
import { withHub } from '../with-hub.js';

const BATCH = 500;

interface RotateOptions {
  readonly continue?: boolean;
  readonly dropUnused?: boolean;
}

/** `hub privacy rotate-keys`: a fresh key, everything sealed with it, and the old ones gone when nothing needs them. */
export function registerKeys(privacy: Command): void {
  privacy
    .command('rotate-keys')
    .description('密钥轮换: seals everything with a fresh key; can be broken off and continued')
    .option('--continue', 'go on with the key that is active, instead of making a fresh one')
    .option('--drop-unused', 'afterwards take keys that nothing needs out of vault.key: restart every process of the hub first')
    .action(async ({ continue: goOn, dropUnused }: RotateOptions) => {
      const config = loadConfig();
      const { data } = config.folders;
      const { ring } = await loadKeyRing(data);
      const active = goOn || dropUnused ? ring.active : await addActiveKey(data);
      await withHub(config, async ({ app }) => {
        const resealing = app.get(Resealing);
        let sealed = 0;
        const lost = await resealing.reseal(active, BATCH, (_table, seals) => (sealed += seals));
        const needed = new Set((await resealing.keysInUse()).map(({ key }) => key));
        const unused = Object.keys((await loadKeyRing(data)).ring.keys).filter((id) => id !== active && !needed.has(id));
        if (dropUnused) await dropKeys(data, unused);
        process.stdout.write(`${sealed} seals made anew with ${active}, ${lost} could not be opened\n`);
        process.stdout.write(unused.length > 0 ? `${dropUnused ? 'dropped' : 'unused'}: ${unused.join(', ')}\n` : '');
        process.exitCode = lost === 0 ? 0 : 1;
      });
    });
}
