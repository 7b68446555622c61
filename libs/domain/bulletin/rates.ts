import type { Figure, Figures } from './figures.js';

/** Shares in percent, rounded to a tenth; null where there was nothing to take a share of. */
export interface Rates {
  /** 办结率: resolved ÷ due. A case that falls due later counts only once it is handed in. */
  readonly completionRate: number | null;
  /** 按时办结率: resolved on time ÷ due. Never above the completion rate. */
  readonly onTimeRate: number | null;
  /** 退单率: returned ÷ dispatched. May pass 100 where cases of the week before are returned. */
  readonly returnRate: number | null;
  /** 满意率: satisfied ÷ asked. */
  readonly satisfactionRate: number | null;
}
export type Rate = keyof Rates;

/** What the rates are called in a bulletin, in its order. */
export const RATE_LABELS: Readonly<Record<Rate, string>> = {
  completionRate: '办结率',
  onTimeRate: '按时办结率',
  returnRate: '退单率',
  satisfactionRate: '满意率',
};

export const RATES = Object.keys(RATE_LABELS) as Rate[];

const SHARES: Readonly<Record<Rate, readonly [part: Figure, whole: Figure]>> = {
  completionRate: ['resolved', 'due'],
  onTimeRate: ['onTime', 'due'],
  returnRate: ['returned', 'dispatched'],
  satisfactionRate: ['satisfied', 'asked'],
};

/** To a tenth. */
export const toTenth = (value: number): number => Math.round(value * 10) / 10;

/** The rates that follow from a week's figures. */
export function ratesOf(figures: Figures): Rates {
  const rate = ([part, whole]: readonly [Figure, Figure]): number | null =>
    figures[whole] === 0 ? null : toTenth((100 * figures[part]) / figures[whole]);
  return Object.fromEntries(RATES.map((name) => [name, rate(SHARES[name])])) as unknown as Rates;
}
