import type { EChartsCoreOption } from 'echarts/core';
import type { GridLoad } from '../api/city-answers';

/** A degree of longitude is shorter than one of latitude, the more so the farther north. */
const shrink = (latitude: number): number => Math.cos((latitude * Math.PI) / 180);
const MARGIN = 0.04;

/** From calm blue to red, by the share of open cases that are overdue. */
export function loadColour({ open, overdue }: Pick<GridLoad, 'open' | 'overdue'>): string {
  if (open === 0) return '#c3ccd8';
  const share = overdue / open;
  if (share === 0) return '#4f78ae';
  if (share < 0.2) return '#c9a24d';
  return share < 0.5 ? '#cf6a2f' : '#b42b24';
}

interface Point {
  readonly name: string;
  readonly at: readonly [number, number];
}
interface Canvas {
  coord(point: readonly [number, number]): [number, number];
}
interface Drawn {
  readonly grids: readonly GridLoad[];
  /** The grid that is looked at. */
  readonly chosen?: string;
  /** A place of its own, such as that of a case. */
  readonly point?: Point;
  readonly tell: (grid: GridLoad) => string;
}

/** A map without tiles: every grid with its outline and true proportions; the darker the more open cases. */
export function gridMap({ grids, chosen, point, tell }: Drawn): EChartsCoreOption {
  const most = Math.max(1, ...grids.map(({ open }) => open));
  const byCode = new Map(grids.map((grid) => [grid.code, grid]));
  const drawn = grids.map((grid) => ({ name: grid.code, value: grid.centre }));
  const outlines = {
    type: 'custom',
    data: drawn,
    renderItem: ({ dataIndex }: { dataIndex: number }, { coord }: Canvas) => {
      const grid = grids[dataIndex];
      const isChosen = grid.code === chosen;
      return {
        type: 'polygon',
        shape: { points: grid.ring.map((corner) => coord(corner)) },
        style: {
          fill: loadColour(grid),
          opacity: 0.35 + (0.6 * grid.open) / most,
          stroke: isChosen ? '#1f2a37' : '#fff',
          lineWidth: isChosen ? 3 : 1,
        },
      };
    },
  };
  const figures = {
    type: 'scatter',
    data: drawn,
    symbolSize: 1,
    silent: true,
    label: {
      show: true,
      color: '#1f2a37',
      textBorderColor: '#fff',
      textBorderWidth: 2,
      formatter: ({ name }: { name: string }) => String(byCode.get(name)?.open || ''),
    },
  };
  const mark = point && {
    type: 'scatter',
    symbol: 'pin',
    symbolSize: 38,
    itemStyle: { color: '#b42b24' },
    data: [{ name: point.name, value: point.at }],
    tooltip: { formatter: () => point.name },
  };
  return {
    ...frameOf([...grids.flatMap(({ ring }) => ring), ...(point ? [point.at] : [])]),
    tooltip: { formatter: ({ name }: { name: string }) => tell(byCode.get(name) as GridLoad) },
    series: [outlines, figures, ...(mark ? [mark] : [])],
  };
}

/** Axes around the points, hidden, with room at the edges; both sides as long on the ground. */
function frameOf(points: readonly (readonly [number, number])[]) {
  const [longitudes, latitudes] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const middle = [mid(longitudes), mid(latitudes)] as const;
  const ratio = shrink(middle[1]);
  const half = Math.max(0.004, span(longitudes) * ratio, span(latitudes)) * (0.5 + MARGIN);
  const axis = (centre: number, reach: number) => ({ type: 'value', show: false, min: centre - reach, max: centre + reach });
  return {
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: axis(middle[0], half / ratio),
    yAxis: axis(middle[1], half),
  };
}

const mid = (of: readonly number[]): number => (Math.min(...of) + Math.max(...of)) / 2;
const span = (of: readonly number[]): number => Math.max(...of) - Math.min(...of);
