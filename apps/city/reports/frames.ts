import type { CityPlatform } from '../world/city-record.js';

/** What a platform puts round a citizen's own words. */
interface Frame {
  readonly openings: readonly string[];
  readonly closings: readonly string[];
  /** How many additional sentences, with weights. */
  readonly extras: readonly (readonly [number, number])[];
}

export const FRAMES: Readonly<Record<CityPlatform, Frame>> = {
  hotline: {
    openings: ['市民来电反映：', '来电人反映，', '市民反映，', '市民来电：', '【热线诉求】', ''],
    closings: [
      '请相关部门核实处理。',
      '市民要求尽快处理并回复。',
      '请有关单位核查，将结果反馈市民。',
      '望职能部门解决。',
      '诉求人希望得到回电。',
    ],
    extras: [
      [0, 3],
      [1, 4],
      [2, 1],
    ],
  },
  portal: {
    openings: ['您好，', '领导您好：', '尊敬的领导：我是{community}的居民，', '你好！', '', '各位领导，'],
    closings: ['恳请尽快解决，谢谢！', '盼回复。', '谢谢。', '希望政府部门重视，为百姓办实事。', '请给个答复，不要再推诿了。'],
    extras: [
      [0, 2],
      [1, 4],
      [2, 3],
    ],
  },
  urban: {
    openings: ['监督员上报：', '巡查发现：', '', '', '视频巡查发现，'],
    closings: ['', '', '请处置。', '现场照片已传。'],
    extras: [
      [0, 8],
      [1, 1],
    ],
  },
  grid: {
    openings: ['网格员巡查发现，', '居民向网格员反映，', '入户走访时居民反映：', '', '网格员小张上报：'],
    closings: ['已拍照上传。', '请街道协调处理。', '', '网格内无法自行处置，申请上报。'],
    extras: [
      [0, 5],
      [1, 3],
    ],
  },
  ejia: {
    openings: ['居民诉求：', '', '党员报到反映：', '楼长反映，'],
    closings: ['请社区帮忙协调。', '麻烦处理一下', '谢谢书记！', ''],
    extras: [
      [0, 4],
      [1, 2],
    ],
  },
};

/** Characters that input methods confuse. */
export const SLIPS: readonly (readonly [string, string])[] = [
  ['反映', '反应'],
  ['处理', '处里'],
  ['影响', '影晌'],
  ['已经', '以经'],
  ['垃圾', '拉圾'],
  ['没人', '没认'],
  ['经常', '经长'],
  ['居民', '居名'],
  ['请', '清'],
  ['的', '地'],
  ['在', '再'],
  ['严重', '严种'],
  ['安全', '安圈'],
  ['尽快', '近快'],
];

/** What a relaying platform puts before the words of the order it copies. */
export const RELAY_OPENINGS = ['【12345转办】', '热线转办件：', '[12345热线转办] ', '转办工单：'] as const;

export const ADDENDA = [
  '补充：今天下午又去看了，情况更严重了。',
  '补充说明：照片已上传，请查看。',
  '（诉求人再次来电补充：希望工作人员提前联系。）',
  '补充反映：昨晚又发生一次。',
] as const;

/** What a citizen adds whose matter was closed and came up again. */
export const ADDENDA_AGAIN = [
  '上次处理后又出现了，请彻底解决。',
  '此前反映过，刚处理完又这样了。',
  '又反弹了，希望长效管理。',
] as const;

export const SURNAMES = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '赵',
  '黄',
  '周',
  '吴',
  '徐',
  '孙',
  '胡',
  '朱',
  '高',
  '林',
  '何',
  '郭',
  '马',
  '罗',
] as const;
export const GIVEN_NAMES = [
  '先生',
  '女士',
  '先生',
  '女士',
  '建国',
  '秀英',
  '海燕',
  '志强',
  '晓梅',
  '文博',
  '子涵',
  '桂兰',
  '立新',
  '佳怡',
  '同志',
] as const;

/** How a title is put; most are left as they are. */
export const TITLE_FRAMES = ['…', '…', '…', '…', '…', '关于…的问题', '…，请处理', '反映：…', '求助：…'] as const;
