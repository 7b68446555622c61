import type { Command } from 'commander';
import { loadConfig } from '#config/load-config.js';
import type { AdapterCheck } from './adapter-check.js';
import { checkAdapter } from './adapter-check.js';
import type { CheckLine } from './adapter-check-line.js';

/** `hub adapter check`: exits with 1 when somebody must act. */
export function registerAdapter(program: Command): void {
  const adapter = program.command('adapter').description('the adapters to source platforms');
  adapter
    .command('check')
    .description('look at one platform: what works, what does not, and who must act; exits with 1 unless all of it works')
    .argument('<name>', 'id of a platform of platforms.yaml')
    .option('--json', 'one JSON line')
    .action(async (name: string, { json }: { json?: boolean }) => {
      const check = await checkAdapter(loadConfig(), name);
      process.stdout.write(`${json ? JSON.stringify(check) : printed(check)}\n`);
      process.exitCode = check.ok ? 0 : 1;
    });
}

const MARKS = { true: '✓', false: '✗', undefined: '·' } as const;

const printed = ({ platform, title, kind, lines, ok }: AdapterCheck): string =>
  [`${title}（${platform}，${kind}）`, ...lines.map(lineOf), ok ? '一切正常' : '有人要处理：见 ✗'].join('\n');

function lineOf(line: CheckLine): string {
  const who = line.ok === false ? `［${line.who}］` : '';
  return `  ${MARKS[`${line.ok}`]} ${line.name.padEnd(4, '　')}${who}${line.says}`;
}
