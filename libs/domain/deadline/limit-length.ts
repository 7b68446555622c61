import type { TimeLimit, TimeUnit } from './time-limit.js';

/** Five working days of eight hours. */
const PER_ORDINARY_WEEK: Record<TimeUnit, number> = {
  'urgent-hour': 168,
  'natural-day': 7,
  'working-hour': 40,
  'working-day': 5,
};

/** Length of a limit in ordinary weeks: says which of two is longer whatever their units; due times are never counted with it. */
export const lengthOf = ({ amount, unit }: TimeLimit): number => amount / PER_ORDINARY_WEEK[unit];
