/** 不予立案的原因: why a matter is not filed. Labels are what citizens and records read; the codes never change their meaning. */
export const REFUSAL_LABELS = {
  'out-of-scope': '不属于受理范围',
  'legal-route': '应通过诉讼、仲裁、复议等法定途径解决',
  'emergency-line': '属于110、119、120等紧急热线受理',
  'too-vague': '信息不全，无法核实',
  'not-true': '经核实情况不属实',
  'answered-before': '同一诉求已办结并答复，没有新的事实',
  unreasonable: '诉求不合理或违反法律法规',
  other: '其他',
} as const;
export type RefusalCode = keyof typeof REFUSAL_LABELS;
export const REFUSAL_CODES = Object.keys(REFUSAL_LABELS) as readonly RefusalCode[];

/** `不予立案: 不属于受理范围。说明`. */
export const refusalInWords = (code: RefusalCode, reason: string): string => `不予立案: ${REFUSAL_LABELS[code]}。${reason}`;
