/** 紧急工作时, 工作时, 工作日 (8 working hours), 自然日: how time is counted. */
export type TimeUnit = 'urgent-hour' | 'working-hour' | 'working-day' | 'natural-day';

export interface TimeLimit {
  readonly amount: number;
  readonly unit: TimeUnit;
}
