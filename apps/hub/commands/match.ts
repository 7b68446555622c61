import Table from 'cli-table3';
import type { Command } from 'commander';
import { loadConfig } from '#config/load-config.js';
import type { ExplainedPair } from '#domain/matching/explain-match.js';
import { explainPair } from '#domain/matching/explain-match.js';
import { City } from '#pipeline/city.js';
import { LearnRarity } from '#pipeline/learn-rarity.js';
import type { NamedSubject } from '#storage/reading/report-subjects.js';
import { findByName } from '#storage/reading/report-subjects.js';
import type { HubTools } from '../with-hub.js';
import { withHub } from '../with-hub.js';
import { registerTrain } from './match-train.js';

/** `hub match explain A B`: why two reports are, or are not, one matter. */
export function registerMatch(program: Command): void {
  const match = program.command('match').description('并单: how the hub tells which reports are one matter');
  registerTrain(match);
  match
    .command('explain')
    .description('why two reports are, or are not, one matter')
    .argument('<a>', 'id of a report, its number on its platform, or platform/number')
    .argument('<b>', 'the same of another')
    .option('--json', 'one JSON line')
    .action(async (a: string, b: string, { json }: { json?: boolean }) => {
      const refuse = (message: string): never => match.error(`huiliu: ${message}`, { exitCode: 2 });
      await withHub(loadConfig(), async (tools) => {
        const [mine, theirs] = [await theOne(tools, a, refuse), await theOne(tools, b, refuse)];
        await tools.app.get(LearnRarity).refresh();
        const explained = explainPair(mine.subject, theirs.subject, tools.app.get(City).matching);
        process.stdout.write(`${json ? JSON.stringify(explained) : printed(mine, theirs, explained)}\n`);
      });
    });
}

async function theOne({ source }: HubTools, name: string, refuse: (message: string) => never): Promise<NamedSubject> {
  const found = await findByName(source, name);
  if (found.length === 1) return found[0];
  if (found.length === 0) return refuse(`there is no report ${name}`);
  const names = found.map(({ subject }) => `${subject.platform}/${subject.externalId}`).join(', ');
  return refuse(`several reports are called ${name}: say which of ${names}`);
}

const signed = (points: number): string => `${points > 0 ? '+' : ''}${points.toFixed(1)}`;

function printed(a: NamedSubject, b: NamedSubject, { score, shares, verdict, attachFrom, suggestFrom }: ExplainedPair): string {
  const table = new Table({ head: ['依据', '得分', '说明'], colAligns: ['left', 'right', 'left'] });
  for (const { title, share, because } of shares) table.push([title, signed(share), because]);
  table.push(['合计', score.toFixed(1), `${attachFrom} 起并单,${suggestFrom} 起询问:${verdict}`]);
  const line = ({ subject, title, caseNumber }: NamedSubject): string =>
    `${subject.platform}/${subject.externalId}(${caseNumber}) ${title.slice(0, 60)}`;
  return [line(a), line(b), table.toString()].join('\n');
}
