import type { TimeLimit, TimeUnit } from './time-limit.js';

const UNIT_NAMES: Record<TimeUnit, string> = {
  'urgent-hour': '个紧急工作时',
  'working-hour': '个工作时',
  'working-day': '个工作日',
  'natural-day': '个自然日',
};

/** A limit as people read it: `4 个工作时`. */
export const limitInWords = ({ amount, unit }: TimeLimit): string => `${amount} ${UNIT_NAMES[unit]}`;
