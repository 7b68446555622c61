import type { Command } from 'commander';
import { loadConfig } from '#config/load-config.js';
import { Clock } from '#domain/ports/clock.js';
import { Forgetting } from '#domain/ports/forgetting.js';
import { IdentityVault } from '#domain/ports/vault.js';
import { SqlAuditLog } from '#storage/audit/sql-audit-log.js';
import { withHub } from '../with-hub.js';

/** `hub privacy erase`: one citizen, everywhere; the number comes on standard input so that no shell's history keeps it. */
export function registerErase(privacy: Command): void {
  privacy
    .command('erase')
    .description('删除个人信息: forgets the citizen whose telephone or card number comes on standard input')
    .requiredOption('--reason <text>', 'why, for the audit')
    .action(async ({ reason }: { reason: string }) => {
      const number = await readLine();
      await withHub(loadConfig(), async ({ app, source }) => {
        const hash = app.get(IdentityVault).hashOf(number);
        if (hash === undefined) return privacy.error('huiliu: that is no number by which somebody can be found', { exitCode: 2 });
        const clock = app.get(Clock);
        const audit = new SqlAuditLog(source, clock);
        await audit.append({ actor: 'hub', action: 'identity.erase', subject: `identities/${hash.slice(0, 16)}`, reason });
        const reports = await app.get(Forgetting).forgetNumber(hash, clock.now());
        process.stdout.write(`${reports} reports forgotten\n`);
      });
    });
}

async function readLine(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  return text.trim();
}
