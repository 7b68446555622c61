import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { stringify } from 'csv-stringify';
import { classifyLetters } from '#domain/routing/learned-topics/classify-letters.js';
import { validate } from '#domain/routing/learned-topics/validate-classifier.js';
import { readLabelled, readLetters, type FiledLetter } from './classify-files.js';
import { proveWritable } from './export-csv.js';

interface ClassifyOptions {
  readonly train: string;
  readonly in?: string;
  readonly out?: string;
  readonly validate?: boolean;
}

/** `hub classify`: what each letter is about, learned from letters whose topic is known. */
export function registerClassify(program: Command): void {
  program
    .command('classify')
    .description('say what letters are about, as learned from letters whose topic is known')
    .requiredOption('--train <file>', 'CSV of id,subject,body,topic')
    .option('--in <file>', 'CSV of id,subject,body: the letters that are asked')
    .option('--out <file>', 'where id,topic goes, as CSV; - is standard output')
    .option('--validate', 'one JSON line: the macro F1 of five-fold cross-validation over the letters of --train')
    .action(async (options: ClassifyOptions, command: Command) => {
      const isAsked = options.in !== undefined && options.out !== undefined;
      if (!isAsked && (options.validate !== true || options.out !== undefined)) {
        command.error('huiliu: name --in and --out, or --validate', { exitCode: 2 });
      }
      const labelled = readLabelled(options.train);
      const asked = options.in === undefined ? [] : readLetters(options.in);
      if (options.validate === true) process.stdout.write(`${JSON.stringify(validate(labelled, asked))}\n`);
      if (options.out !== undefined) await write(options.out, asked, classifyLetters(labelled, asked));
    });
}

async function write(path: string, asked: readonly FiledLetter[], topics: readonly string[]): Promise<void> {
  await proveWritable(path);
  const rows = Readable.from(asked.map(({ id }, index) => [id, topics[index]]));
  const csv = stringify({ header: true, columns: ['id', 'topic'] });
  await pipeline(rows, csv, path === '-' ? process.stdout : createWriteStream(path), { end: path !== '-' });
}
