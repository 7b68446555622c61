import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { BulletinsService } from '#apps/api/admin/bulletins/bulletins.service.js';
import { CityWords } from '#apps/api/admin/city-words.js';
import { loadConfig } from '#config/load-config.js';
import { findWeek } from '#domain/deadline/city-weeks.js';
import { Clock } from '#domain/ports/clock.js';
import { Platforms } from '#domain/ports/platforms.js';
import { City } from '#pipeline/city.js';
import { BulletinCounts } from '#storage/reading/bulletin-counts.js';
import { withHub } from '../with-hub.js';
import { printBulletin } from './bulletin-tables.js';

interface BulletinOptions {
  readonly week?: string;
  readonly json?: boolean;
}

/** `hub bulletin`: 周通报. */
export function registerBulletin(program: Command): void {
  program
    .command('bulletin')
    .description('周通报: what a week brought each department, street, grid and platform, beside the week before')
    .option('--week <yyyy-Www>', 'an ISO week, from Monday to Sunday in the city; the last whole week without it', isoWeek)
    .option('--json', 'one JSON line')
    .action(async ({ week, json }: BulletinOptions) => {
      const bulletin = await withHub(loadConfig(), ({ app, source }) => {
        const city = app.get(City);
        const words = new CityWords(city, app.get(Platforms));
        return new BulletinsService(new BulletinCounts(source), words, city, app.get(Clock)).draw(week);
      });
      process.stdout.write(`${json ? JSON.stringify(bulletin) : printBulletin(bulletin)}\n`);
    });
}

function isoWeek(text: string): string {
  if (findWeek(text)) return text;
  throw new InvalidArgumentError('an ISO week that there is, such as 2026-W47, is needed');
}
