import type { Evaluation } from '#domain/report/report.js';
import type { FieldReader } from './field-reader.js';
import { saysNothing, yesOrNo } from './vocabulary.js';

/*
 * What lists say of the end of a row, under the names that all of them are read by: 状态, 是否解决, 是否满意, 回访时间,
 * 回复编号. A list without such a column says nothing of it.
 */

/** States in which a row is no longer anybody's: taken back, sent back to where it came from, or void. */
const GONE = /^(已退回|退回|已退单|退单|作废|已作废|撤销|已撤销|已撤回)$/;

export const isGoneState = (state: string): boolean => GONE.test(state.trim());

/**
 * When a row changed: its 更新时间, or the newest of what has happened to it in a list that has none; 1970 when it names no time
 * at all, which is told where the report is read.
 */
export const changeOf = (row: FieldReader, happenings: readonly string[]): Date =>
  row.glance('更新时间') ?? new Date(Math.max(...happenings.map((column) => row.glance(column)?.getTime() ?? 0)));

/** 回访: only when somebody has been asked. */
export function evaluationOf(row: FieldReader, updatedAt: Date): Evaluation | undefined {
  const words = [row.text('是否解决'), row.text('是否满意')];
  if (words.every((word) => word === undefined || saysNothing(word) || word.trim() === '未回访')) return undefined;
  const [solved, satisfied] = words.map((word) => (word === undefined ? undefined : yesOrNo(word)));
  if (solved === undefined && satisfied === undefined) {
    row.fault('是否解决', `不认识的回访结果：${words.filter(Boolean).join('、').slice(0, 40)}`);
  }
  return {
    solved: solved ?? satisfied === true,
    satisfied: satisfied ?? solved === true,
    at: row.instant('回访时间') ?? updatedAt,
  };
}

/** Whether the row's newest change is our own answer coming back. */
export const isEcho = (row: FieldReader, evaluation: Evaluation | undefined): true | undefined =>
  row.text('回复编号') !== undefined && !evaluation ? true : undefined;
