import { eachGram } from './gram-hash.js';

/** Characters that carry grammar, not matter; a gram with one of them is not kept. */
const FUNCTION_CHARACTERS =
  '的了是在我们有不这那也都就和及与被把给让请您你他她它吗呢吧啊着过个为之而但因所以从到对于还又再很更最将该等则并或若如且';

/** Words of every second letter; a gram that lies within one of them is not kept. */
const COMMON_WORDS = `
没有 部门 问题 一个 领导 政府 严重 希望 相关部门 相关 现在 业主 什么 为什么 解决 居民 影响 可以 公司 已经 情况 时间 工作人员 进行
要求 不能 生活 安全 安全隐患 作为 多次 投诉 一直 但是 处理 都是 不是 老百姓 百姓 这个 无法 这样 有关部门 尊敬 请问 就是 环境 管理
是否 存在 反映 他们 本人 人民 因为 通过 导致 目前 需要 部分 造成 如果 规划 任何 开始 不知道 规定 回复 时候 个月 自己 其他 电话
国家 建议 行为 知道 恳请 还有 周边 交通 怎么 每天 附近 而且 请求 这些 合理 正常 不到 书记 市长 得到 至今 晚上 关于 一下 只有 这种
重视 城市 所有 非常 应该 经过 为了 由于 同时 只能 之前 咨询 以上 经常 发现 直接 地方 社会 责任 实际 发生 能够 尽快 甚至 根本 属于
方便 根据 出现 基本 群众 看到 市民 了解 一次 第一 今年 去年 以及 原因 才能 这么 按照 负责 为何 全部 完全 如此 一年 事情 提供 特别
左右 两个 必须 各种 几个 年的 诉求 在此 明确 可能 增加 答复 感谢 位于 其中 同意 难道 广大 办法 你们 联系 信息 不要 主要 强烈 请政府
很大 如何 多年 理由 事实 职能部门 物业公司 物业 有限公司 小区居民 小区业主 广大业主 小区 业主们 我们小区 居住 住户 社区 街道 市政府
区政府 反映情况 情况属实 望有关部门 请有关部门 尽快处理 尽快解决 及时处理 来电人 来电反映 市民来电 市民反映 居民诉求 入户走访 走访 巡查发现 巡查 转办工单 转办 热线转办 热线诉求 热线 工单号 工单 诉求人 得到回电 回电 核查 结果反馈 反馈 单位核查 职能部门解决 快处理 协调处理 为百姓办实事 办实事 长期以来 近日 近期 最近 昨天 今天 目前为止 到现在 一段时间
大量 出行 休息 日常生活 正常生活 生命财产 苦不堪言 视而不见 不作为 无人管理 无人处理 没人管 相互推诿 踢皮球 不了了之 打电话 多次反映
`
  .trim()
  .split(/\s+/);

/** By UTF-16 unit: 1 for a function character. */
export const FUNCTION_UNITS: Uint8Array = (() => {
  const units = new Uint8Array(0x10000);
  for (const character of FUNCTION_CHARACTERS) units[character.charCodeAt(0)] = 1;
  return units;
})();

/** Hashes of the grams inside common words. */
export const COMMON_GRAMS: ReadonlySet<number> = (() => {
  const grams = new Set<number>();
  for (const word of COMMON_WORDS) eachGram(word, 0, word.length, (hash) => grams.add(hash));
  return grams;
})();

const NAME_LIKE = new Set([
  '人民',
  '第一',
  '国家',
  '城市',
  '社会',
  '街道',
  '社区',
  '物业',
  '小区',
  '公司',
  '政府',
  '环境',
  '生活',
  '安全',
  '交通',
]);

/** Two-character common words that no place is named with; a name neither ends in one nor reaches over one. */
export const COMMON_PAIRS: ReadonlySet<string> = new Set(
  `${COMMON_WORDS.join(' ')} 两个 多个 其他 整个 全体 现在 但是 而且 进入 无法 购买 发现 造成 开展 入住 购房 进驻 代表 跟进 违规 擅自 强制 偏袒 只有 并且 举报 看见 门前 旁边 附近 我家 走夜 路口 早上 下午 位于 座落 坐落`
    .split(' ')
    .filter((word) => word.length === 2 && !NAME_LIKE.has(word)),
);
