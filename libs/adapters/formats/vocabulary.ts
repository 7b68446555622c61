import type { Nature, Urgency } from '#domain/report/report.js';

const NATURES: ReadonlyMap<string, Nature> = new Map([
  ['咨询', 'consultation'],
  ['求助', 'help'],
  ['求决', 'help'],
  ['投诉', 'complaint'],
  ['举报', 'tip-off'],
  ['投诉举报', 'complaint'],
  ['建议', 'suggestion'],
  ['意见建议', 'suggestion'],
  ['感谢', 'praise'],
  ['表扬', 'praise'],
]);

const URGENCIES: ReadonlyMap<string, Urgency> = new Map([
  ['特急', 'emergency'],
  ['突发', 'emergency'],
  ['紧急', 'urgent'],
  ['一般', 'normal'],
  ['疑难', 'complex'],
]);

/** 诉求性质 as platforms write it; `other` for words nobody knows. */
export const natureOf = (word: string | undefined): Nature => NATURES.get(word?.trim() ?? '') ?? 'other';

/** 紧急程度 as platforms write it; `normal` for words nobody knows. */
export const urgencyOf = (word: string | undefined): Urgency => URGENCIES.get(word?.trim() ?? '') ?? 'normal';

const YES: ReadonlySet<string> = new Set([
  '是',
  '有',
  '√',
  '✓',
  'Y',
  'YES',
  'TRUE',
  '1',
  '已解决',
  '解决',
  '当场解决',
  '现场解决',
  '即办',
  '已办结',
  '满意',
  '基本满意',
  '非常满意',
  '同意',
  '通过',
  '已通过',
]);
const NO: ReadonlySet<string> = new Set([
  '否',
  '无',
  '没有',
  '×',
  '✗',
  'N',
  'NO',
  'FALSE',
  '0',
  '未解决',
  '部分解决',
  '待解决',
  '未办结',
  '不满意',
  '一般',
  '不同意',
  '未通过',
  '驳回',
]);

/** What a yes-or-no cell of a list says; undefined for words nobody knows. */
export function yesOrNo(word: string): boolean | undefined {
  const bare = word.normalize('NFKC').trim().toUpperCase();
  return YES.has(bare) ? true : NO.has(bare) ? false : undefined;
}

/** Words that a clerk writes into a cell that must not stay empty. */
const NOTHING: ReadonlySet<string> = new Set([
  '无',
  '暂无',
  '没有',
  '无诉求',
  '无问题',
  '无意见',
  '暂无诉求',
  '/',
  '\\',
  '-',
  '—',
  '——',
]);

/** Whether somebody wrote that there is nothing to say. */
export const saysNothing = (text: string): boolean => NOTHING.has(text.normalize('NFKC').replace(/[\s。.]/g, ''));

/** How clerks write times in lists, or what a spreadsheet makes of them. */
export const LIST_TIMES = [
  'yyyy-M-d H:mm:ss',
  'yyyy-M-d H:mm',
  'yyyy-M-d',
  'yyyy/M/d H:mm:ss',
  'yyyy/M/d H:mm',
  'yyyy/M/d',
  'yyyy.M.d H:mm',
  'yyyy.M.d',
  "yyyy'年'M'月'd'日' H:mm:ss",
  "yyyy'年'M'月'd'日' H:mm",
  "yyyy'年'M'月'd'日'H'时'm'分'",
  "yyyy'年'M'月'd'日'",
  'yyyyMMdd',
  'iso',
  'excel-serial',
] as const;

const TITLE_CHARACTERS = 40;

/** A title for platforms that have none: the beginning of the text. */
export const titleOf = (text: string): string => [...text.trim()].slice(0, TITLE_CHARACTERS).join('');
