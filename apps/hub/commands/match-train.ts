import { join } from 'node:path';
import Table from 'cli-table3';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { loadConfig } from '#config/load-config.js';
import { halfOf } from '#domain/matching/learn-weights.js';
import type { MatchSubject } from '#domain/matching/match-subject.js';
import type { ClusterScore } from '#domain/matching/score-clusters.js';
import type { Labels, Training } from '#domain/matching/train-policy.js';
import { heldOut, train } from '#domain/matching/train-policy.js';
import { Clock } from '#domain/ports/clock.js';
import { City } from '#pipeline/city.js';
import { LearnRarity } from '#pipeline/learn-rarity.js';
import { allSubjects, answeredQuestions } from '#storage/reading/report-subjects.js';
import { withHub } from '../with-hub.js';
import { readTruth, readUndecided } from './match-labels.js';
import { writePolicy } from './match-policy-file.js';

interface TrainOptions {
  readonly labels: string;
  readonly notSame?: string;
  readonly safety: number;
  readonly out?: string;
  readonly dryRun?: boolean;
}

const share = (text: string): number => {
  const value = Number(text);
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError('a share between 0 and 1 is needed');
  return value;
};

/** `hub match train`, which is `npm run matching:train`. */
export function registerTrain(match: Command): void {
  match
    .command('train')
    .description('learn the weights of matching.yaml from labelled reports that are in the database')
    .requiredOption('--labels <file>', 'CSV of message_id,case')
    .option('--not-same <file>', 'CSV of message_a,message_b,label; pairs labelled unsure count neither way')
    .option('--safety <share>', 'share of the pairs attached by themselves that must be right', share, 0.97)
    .option('--out <file>', 'matching.yaml to write; that of the configuration folder by default')
    .option('--dry-run', 'only print what would be written')
    .action(async (options: TrainOptions) => {
      const config = loadConfig();
      const truth = readTruth(options.labels);
      const undecided = options.notSame === undefined ? new Set<string>() : readUndecided(options.notSame);
      await withHub(config, async ({ app, source }) => {
        await app.get(LearnRarity).refresh();
        const subjects: MatchSubject[] = [];
        for await (const subject of allSubjects(source)) subjects.push(subject);
        const labels = { truth, undecided, answered: await answeredQuestions(source, subjects) };
        const training = train(subjects, labels, app.get(City).matching, options.safety);
        const scores = inWords(training, subjects, labels, app.get(Clock).now());
        process.stdout.write(`${curveOf(training)}\n${scores}\n`);
        if (options.dryRun !== true)
          writePolicy(options.out ?? join(config.folders.config, 'matching.yaml'), training.policy, scores);
      });
    });
}

const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;

function curveOf({ curve, chosen }: Training): string {
  const table = new Table({
    head: ['attach from (log-odds)', 'pairs right', 'grouped recall', 'wrong pairs', 'questions a report'],
  });
  for (const point of curve) {
    const { from, pairPrecision, groupedRecall, wrongPairs, questions } = point;
    const mark = point === chosen ? ' *' : '';
    table.push([`${from}${mark}`, percent(pairPrecision), percent(groupedRecall), wrongPairs, questions.toFixed(3)]);
  }
  return table.toString();
}

function inWords(training: Training, subjects: readonly MatchSubject[], labels: Labels, at: Date): string {
  const { pairPrecision, groupedRecall } = training.chosen;
  const halves = [halfOf(labels.truth, 0), halfOf(labels.truth, 1)] as const;
  const strange = heldOut(subjects, labels, halves, training);
  const mean = (of: (score: ClusterScore) => number): string =>
    percent(strange.reduce((sum, one) => sum + of(one), 0) / strange.length);
  return [
    at.toISOString().slice(0, 10),
    `${labels.truth.size} labelled reports and ${labels.answered.length} answers (${training.learned.join(' and ') || 'too few: nothing learned'})`,
    `pairs right ${percent(pairPrecision)}, grouped recall ${percent(groupedRecall)}`,
    `on cases that were not learned from ${mean((one) => one.pairPrecision)}, ${mean((one) => one.groupedRecall)}`,
  ].join('; ');
}
