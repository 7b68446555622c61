import type { EChartsCoreOption } from 'echarts/core';
import type { BulletinRow } from '../api/city-answers';
import { t } from '../words/words';

const MOST = 10;

/** What came in and what was resolved, side by side, the busiest first. */
export function bulletinChart(rows: readonly BulletinRow[]): EChartsCoreOption {
  const shown = rows.slice(0, MOST).reverse();
  const series = (figure: 'received' | 'resolved', color: string) => ({
    type: 'bar',
    name: t(`bulletin.${figure}`),
    barMaxWidth: 12,
    itemStyle: { color },
    data: shown.map((row) => row[figure]),
  });
  return {
    animation: false,
    grid: { left: 4, right: 24, top: 28, bottom: 4, containLabel: true },
    legend: { top: 0, right: 0, itemWidth: 12, itemHeight: 8 },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#eef1f5' } } },
    yAxis: {
      type: 'category',
      data: shown.map(({ name }) => name),
      axisTick: { show: false },
      axisLabel: { width: 120, overflow: 'truncate' },
    },
    series: [series('resolved', '#9fb6d3'), series('received', '#1b4b8a')],
  };
}
