import type { Language } from './language.js';
import type { FieldFault } from './problem.js';

/** A field that failed a check: `limits` are the values that the check was declared with. */
export interface FoundFault {
  readonly field: string;
  readonly code: string;
  readonly english: string;
  readonly limits: readonly unknown[];
}

type Words = (limits: readonly unknown[]) => string;

const listed = (value: unknown): string => (Array.isArray(value) ? value.join('、') : String(value));

/** Check → what the operator reads. A spec holds it to the checks that the API's fields really have. */
export const FAULT_WORDS: Readonly<Record<string, Words>> = {
  whitelistValidation: () => '没有这个字段',
  unstorable: () => '含有不能保存的字符',
  tooDeep: () => '嵌套太深',
  isNotEmpty: () => '不能为空',
  isDefined: () => '不能缺少',
  isString: () => '应为文字',
  isBoolean: () => '应为 true 或 false',
  isNumber: () => '应为数字',
  isInt: () => '应为整数',
  isPositive: () => '应大于 0',
  isArray: () => '应为列表',
  isObject: () => '应为对象',
  isUuid: () => '应为 UUID',
  isUrl: () => '应为完整的网址',
  isRFC3339: () => '应为带时区的时间，如 2026-12-01T18:00:00+08:00',
  isIso8601: () => '应为 ISO 8601 日期',
  isDate: () => '应为日期或时间',
  minDate: () => '早于允许的时间',
  maxDate: () => '晚于允许的时间',
  notContains: ([text]) => `不能含有 ${JSON.stringify(text)}`,
  isWeek: () => '不是 ISO 周，应写作 2026-W47',
  isKindOfCommand: () => '不是这条命令可用的种类',
  nestedValidation: () => '应为对象',
  matches: () => '格式不对',
  arrayNotEmpty: () => '至少要有一项',
  arrayUnique: () => '不能有重复的项',
  isIn: ([values]) => `应为其中之一：${listed(values)}`,
  isEnum: ([, values]) => `应为其中之一：${listed(values)}`,
  min: ([least]) => `不能小于 ${String(least)}`,
  max: ([most]) => `不能大于 ${String(most)}`,
  minLength: ([least]) => `至少 ${String(least)} 个字符`,
  maxLength: ([most]) => `最多 ${String(most)} 个字符`,
  isLength: ([least, most]) => `长度应为 ${String(least)} 到 ${String(most)} 个字符`,
  arrayMinSize: ([least]) => `至少 ${String(least)} 项`,
  arrayMaxSize: ([most]) => `最多 ${String(most)} 项`,
};

/** The fault as the answer tells it. */
export const wordFault = ({ field, code, english, limits }: FoundFault, language: Language): FieldFault => ({
  field,
  code,
  message: language === 'en' ? english : (FAULT_WORDS[code]?.(limits) ?? english),
});
