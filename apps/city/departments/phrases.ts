import type { Random } from '../world/random.js';
import type { Wish } from './department-case.js';

/** What was done, by the first letters of the category. */
const DONE: readonly (readonly [string, readonly string[]])[] = [
  ['E011', ['已安排保洁人员清理完毕，并加密巡查频次', '已组织人员和车辆清运，现场恢复整洁', '已完成现场清理和修整']],
  ['E01', ['已到现场处理并责令当事人整改，目前已整改到位', '执法队员已现场查处，将持续跟踪']],
  ['E02', ['已清除并对张贴人立案调查', '已安排专业队伍清除，将加强夜间巡查']],
  ['E03', ['已约谈施工单位，责令停止违规作业并落实降尘降噪措施', '已对施工单位下达整改通知书，现场已整改']],
  ['E04', ['执法人员已到场劝离并清理，后续错时值守', '已现场规范停放和经营秩序，并纳入重点路段管理']],
  ['E05', ['抢修人员已到场处置，目前已恢复正常', '已设置围挡警示并完成抢修，隐患消除']],
  ['P', ['已派维修人员更换修复，设施恢复正常使用', '经核查属实，已完成维修并复查']],
  ['A05', ['抢修班组已上门处理，现已恢复正常供应', '已与用户联系并上门检修，问题解决']],
  ['A', ['已与诉求人电话联系，说明政策并协助办理', '已约谈相关单位，双方达成一致意见', '经调查核实，已责令相关单位限期整改']],
];

const RETURN_REASONS = [
  '经现场核实，该处不属我单位管辖范围',
  '该事项按职责分工不属我单位，建议转相关部门办理',
  '经查权属单位另有其人，申请退单',
  '不属本单位职责，请重新派遣',
] as const;
const NOTES = [
  '已安排人员前往现场核实。',
  '已与诉求人取得联系，正在制定处理方案。',
  '正在协调相关单位，预计近日完成。',
  '材料已到场，正在施工。',
] as const;

const REQUEST_REASONS: Readonly<Record<Wish, readonly string[]>> = {
  extension: ['所需配件正在采购，申请延长办理时限', '涉及多家单位会签，需延期办理', '现场条件复杂，需增加勘查时间'],
  suspension: ['道路正在整体改造，待工程完工后处理，申请挂账', '待专项资金下达后实施，申请挂账', '雨季无法施工，申请挂账'],
};
const PROMISES = ['已按议定事项安排人员和材料。', '正在按承诺的时间推进。', '已与居民代表约定施工时间。'] as const;
const KEPT = ['承诺事项已全部完成，欢迎监督。', '已按会议承诺办结。', '承诺的整治已完成并通过居民确认。'] as const;

/** The answer a citizen reads. */
export function answerText(category: string, title: string, round: number, random: Random): string {
  const done = random.pick(DONE.find(([prefix]) => category.startsWith(prefix))?.[1] ?? DONE.at(-1)![1]);
  const again = round > 1 ? '针对您回访中提出的意见，我单位再次到场核实，' : '';
  const closing = random.pick(['感谢您的监督与支持。', '感谢您对城市管理工作的关心。', '如有疑问请与我单位联系。']);
  return `您好，您反映的“${title}”已收悉。${again}${done}。${closing}`;
}

export const returnReason = (random: Random): string => random.pick(RETURN_REASONS);
export const progressNote = (random: Random): string => random.pick(NOTES);
export const requestReason = (wish: Wish, random: Random): string => random.pick(REQUEST_REASONS[wish]);
export const promiseNote = (random: Random): string => random.pick(PROMISES);
export const keptNote = (random: Random): string => random.pick(KEPT);
