import Table from 'cli-table3';
import type { Command } from 'commander';
import { loadConfig } from '#config/load-config.js';
import { unmappedCodes } from '#storage/reading/unmapped-codes.js';
import { withHub } from '../with-hub.js';

/** `hub duty unmapped`: what the mapping tables lack. */
export function registerDutyUnmapped(duty: Command): void {
  duty
    .command('unmapped')
    .description('待归类: the platforms’ codes that no mapping table knows, with how many reports came under each')
    .option('--json', 'one JSON line')
    .action(async ({ json }: { json?: boolean }) => {
      const codes = await withHub(loadConfig(), ({ source }) => unmappedCodes(source));
      if (json) process.stdout.write(`${JSON.stringify({ reports: sumOf(codes), codes })}\n`);
      else {
        const table = new Table({
          head: ['平台', '代码体系', '代码', '名称', '诉求'],
          colAligns: ['left', 'left', 'left', 'left', 'right'],
        });
        for (const { platform, system, code, name, reports } of codes)
          table.push([platform, system, code || '（空）', name, reports]);
        process.stdout.write(`${table.toString()}\n待归类 ${sumOf(codes)} 条，把代码写进 mappings/ 中各自的对照表\n`);
      }
    });
}

const sumOf = (codes: readonly { readonly reports: number }[]): number => codes.reduce((sum, { reports }) => sum + reports, 0);
