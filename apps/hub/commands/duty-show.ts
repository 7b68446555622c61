import Table from 'cli-table3';
import type { Command } from 'commander';
import { loadConfig } from '#config/load-config.js';
import { limitInWords } from '#domain/deadline/limit-words.js';
import { as, type CategoryCode, type DepartmentId } from '#domain/ids.js';
import type { Category, Reference } from '#domain/reference/reference.js';
import type { Duty } from '#domain/routing/duty-list.js';
import { openCity } from '../open-city.js';

const SORTS = { component: '部件', event: '事件', appeal: '诉求' } as const;
const RULES = { owner: '先属主、后属地', territory: '先属地、后属主' } as const;

/** `hub duty show`: one sub-class with its leads and items. */
export function registerDutyShow(duty: Command): void {
  const command = duty
    .command('show')
    .description('one sub-class (小类): who leads it where, and its items with limit, filing and closing conditions')
    .argument('<category>', 'its code, e.g. P0102')
    .option('--json', 'one JSON line')
    .action((code: string, { json }: { json?: boolean }) => {
      const { reference } = openCity(loadConfig());
      const shown = showDuty(reference, as<CategoryCode>(code));
      if (!shown) command.error(`huiliu: there is no sub-class ${code}`, { exitCode: 2 });
      else process.stdout.write(`${json ? JSON.stringify(shown) : printed(shown)}\n`);
    });
}

function showDuty({ categories, departments, duties }: Reference, code: CategoryCode) {
  const category = categories.get(code);
  if (!category) return undefined;
  const nameOf = (id: DepartmentId): string => departments.get(id)?.name ?? id;
  const lines = (duties.duties.get(code) ?? []).map((line) => ({
    place: placeOf(line),
    lead: nameOf(line.lead),
    coHandlers: line.coHandlers.map(nameOf),
    supervisor: line.supervisor === undefined ? null : nameOf(line.supervisor),
    rule: line.first === undefined ? '本地规定' : RULES[line.first],
  }));
  const items = (duties.items.get(code) ?? []).map(({ limit, ...item }) => ({ ...item, limit: limitInWords(limit) }));
  return { category, lines, items };
}

const placeOf = ({ street = '', community = '' }: Duty): string => `${street}${community}` || '全区';

const headOf = ({ code, name, className, sort }: Category): string => `${code} ${name}（${SORTS[sort]}，${className}）`;

function printed({ category, lines, items }: NonNullable<ReturnType<typeof showDuty>>): string {
  const leads = new Table({ head: ['地域', '主办', '协办', '监管', '派遣规则'] });
  for (const { place, lead, coHandlers, supervisor, rule } of lines)
    leads.push([place, lead, coHandlers.join('、'), supervisor ?? '', rule]);
  const matters = new Table({ head: ['代码', '事项', '时限', '立案条件', '结案条件'] });
  for (const { code, name, limit, filing, closing } of items) matters.push([code, name, limit, filing, closing]);
  return [headOf(category), leads.toString(), matters.toString()].join('\n');
}
