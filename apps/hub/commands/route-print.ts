import Table from 'cli-table3';
import type { RouteComparison, Way } from '#domain/routing/compare-routes.js';
import type { RouteRule } from '#domain/routing/route.js';
import type { ReplaySummary } from './route-replay.js';

const RULES: Readonly<Record<RouteRule, string>> = {
  'component-owner': '部件权属',
  'duty-list': '责任清单',
  learned: '历史派单学习',
  territory: '属地兜底',
  operator: '人工派单',
  backstop: '兜底单位',
};

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

export function printedReplay({ rows, top1, top3, automatic }: ReplaySummary): string {
  const table = new Table();
  table.push(
    { rows },
    { 'first candidate right': percent(top1) },
    { 'one of three right': percent(top3) },
    { 'dispatched by itself': percent(automatic.share) },
    { 'of those right': percent(automatic.right) },
  );
  return table.toString();
}

export function printedComparison({ cases, elsewhere, moves }: RouteComparison, nameOf: (id: string) => string): string {
  const said = ({ department, rule }: Way): string =>
    department === undefined ? RULES.operator : `${nameOf(department)}（${RULES[rule]}）`;
  const table = new Table({ head: ['原派', '改派', '件数', '例'] });
  for (const { from, to, cases: count, examples } of moves) table.push([said(from), said(to), count, examples.join(' ')]);
  return `${table.toString()}\n${cases} 件中有 ${elsewhere} 件会改派`;
}
