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

const TITLE_CHARACTERS = 40;

/** A title for platforms that have none: the beginning of the text. */
export const titleOf = (text: string): string => [...text.trim()].slice(0, TITLE_CHARACTERS).join('');
