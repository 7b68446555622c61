import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { loadConfig } from '#config/load-config.js';
import { grantToAppRole } from '#storage/audit/app-role.js';
import { readHead } from '#storage/audit/audit-rows.js';
import { auditHeadsFile, writtenHead } from '#storage/audit/noted-heads.js';
import { withHub } from '../with-hub.js';
import { verifyAudit, type AuditReport } from './audit-verify.js';

interface VerifyOptions {
  readonly json?: boolean;
  readonly from: number;
  readonly heads?: string;
}

/** `hub audit`: whether the audit is as it was written, where it ends, and which role of PostgreSQL may add to it. */
export function registerAudit(program: Command): void {
  const audit = program.command('audit').description('审计: the log that nobody can rewrite unseen');
  audit
    .command('verify')
    .description('names the first line that was changed, removed or put in; exits with 1 when there is one')
    .option('--from <line>', 'only from this line on, believing the one before', lineNumber, 1)
    .option('--heads <file>', 'heads noted elsewhere, one JSON a line; audit-heads.jsonl of the data folder by default')
    .option('--json', 'one JSON line')
    .action(async ({ from, heads, json }: VerifyOptions) => {
      const config = loadConfig();
      const file = heads ?? auditHeadsFile(config.folders.data);
      const report = await withHub(config, ({ source }) => verifyAudit(source, from, file, heads !== undefined));
      process.stdout.write(`${json ? JSON.stringify(report) : printed(report)}\n`);
      process.exitCode = report.fault ? 1 : 0;
    });
  audit
    .command('head')
    .description('where the log ends, as one JSON line to be kept elsewhere')
    .action(async () => {
      const head = await withHub(loadConfig(), ({ source }) => readHead(source));
      process.stdout.write(`${writtenHead(head, new Date())}\n`);
    });
  audit
    .command('grant')
    .description(
      'lets a role of PostgreSQL do the hub’s work, and of the audit only read and add; to be run as the tables’ owner',
    )
    .argument('<role>')
    .action(async (role: string) => {
      await withHub(loadConfig(), ({ source }) => grantToAppRole(source, role));
      process.stdout.write(`${role} may work, and cannot change or remove a line of the audit\n`);
    });
}

function lineNumber(said: string): number {
  const line = Number(said);
  if (!Number.isInteger(line) || line < 1) throw new InvalidArgumentError('a line number, from 1');
  return line;
}

function printed({ lines, from, head, heads, fault }: AuditReport): string {
  const compared =
    heads === 0 ? 'no noted head to compare with: an end that was cut off would not show' : `compared with ${heads} noted heads`;
  const ending = `lines ${from} to ${head.seq} are as they were written (${lines}), head ${head.hash}; ${compared}`;
  if (!fault && head.seq === 0) return 'the audit is empty';
  return fault ? `AUDIT BROKEN at line ${fault.seq}: ${fault.kind}: ${fault.sentence}` : ending;
}
