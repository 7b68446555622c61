import { resolve } from 'node:path';
import Table from 'cli-table3';
import type { Command } from 'commander';
import { checkSettings } from '#adapters/check-settings.js';
import { formatFault, type ConfigFault } from '#config/config-fault.js';
import { loadConfig } from '#config/load-config.js';
import { readReference } from '#config/load-reference.js';
import type { Reference } from '#domain/reference/reference.js';

/** What a configuration folder holds, and everything that is wrong with it. */
export interface DutyCheck {
  readonly config: string;
  readonly version: string | null;
  readonly validFrom: string | null;
  readonly counts: Readonly<Record<CountName, number>>;
  /** Codes of each code system's table. */
  readonly mappings: Readonly<Record<string, number>>;
  readonly faults: readonly ConfigFault[];
}

const COUNTS = {
  classes: '大类',
  subClasses: '小类',
  items: '事项',
  departments: '承办单位',
  leads: '主办单位',
  streets: '街道',
  communities: '社区',
  grids: '网格',
} as const;
type CountName = keyof typeof COUNTS;

/** `hub duty check`: exits with 2 unless the configuration may go live. */
export function registerDutyCheck(duty: Command): void {
  duty
    .command('check')
    .description('what the configuration folder holds, with every fault by file and line; exits with 2 when there is one')
    .option('--config <dir>', 'folder to look at instead of HUB_CONFIG_DIR')
    .option('--json', 'one JSON line')
    .action(({ config: dir, json }: { config?: string; json?: boolean }) => {
      const config = loadConfig();
      const check = checkDuties(dir === undefined ? config.folders.config : resolve(dir), config.environment);
      process.stdout.write(`${json ? JSON.stringify(check) : printed(check)}\n`);
      process.exitCode = check.faults.length === 0 ? 0 : 2;
    });
}

/** Reads a configuration folder as the hub would at its start, and counts it. */
export function checkDuties(dir: string, environment: Readonly<Record<string, string | undefined>>): DutyCheck {
  const { city, faults } = readReference(dir, environment, { validateSettings: checkSettings });
  const { duties, mappings } = city.reference;
  return {
    config: dir,
    version: duties.edition?.version ?? null,
    validFrom: duties.edition?.validFrom ?? null,
    counts: count(city.reference),
    mappings: Object.fromEntries([...mappings].map(([system, codes]) => [system, codes.size])),
    faults,
  };
}

function count({ categories, duties, departments, grids }: Reference): DutyCheck['counts'] {
  const leads = [...duties.duties.values()].flat().map(({ lead }) => lead);
  const places = [...grids.values()];
  return {
    classes: new Set([...categories.values()].map(({ className }) => className)).size,
    subClasses: categories.size,
    items: [...duties.items.values()].reduce((sum, items) => sum + items.length, 0),
    departments: departments.size,
    leads: new Set(leads).size,
    streets: new Set(places.map(({ street }) => street)).size,
    communities: new Set(places.map(({ street, community }) => `${street}/${community}`)).size,
    grids: grids.size,
  };
}

function printed({ config, version, validFrom, counts, mappings, faults }: DutyCheck): string {
  const table = new Table({ colAligns: ['left', 'right'] });
  for (const [name, title] of Object.entries(COUNTS)) table.push([title, counts[name as CountName]]);
  for (const [system, codes] of Object.entries(mappings)) table.push([`对照表 ${system}`, codes]);
  const edition = version === null ? '无版本' : `${version} 版，${validFrom} 起执行`;
  const verdict = faults.length === 0 ? '没有问题，可以启用' : `${faults.length} 处问题，不能启用：`;
  return [
    `责任清单 ${edition}（${config}）`,
    table.toString(),
    verdict,
    ...faults.map((fault) => `  ${formatFault(fault)}`),
  ].join('\n');
}
