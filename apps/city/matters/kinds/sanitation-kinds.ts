import type { MatterKind } from '../matter-kind.js';

/** Rubbish, dirt and greenery. */
export const SANITATION_KINDS: readonly MatterKind[] = [
  {
    id: 'rubbish-heap',
    category: 'E0110',
    spot: 'estate',
    natures: ['投诉'],
    facets: {
      what: [
        ['垃圾桶满溢', '垃圾桶爆满', '几个桶都装不下了'],
        ['生活垃圾堆在地上', '地上全是垃圾袋', '垃圾堆成小山'],
        ['厨余垃圾流汤', '剩菜剩饭流得到处都是', '湿垃圾漏了一地'],
      ],
      smell: [
        ['臭味很大', '气味熏人', '臭得不敢开窗'],
        ['苍蝇乱飞', '招来一堆苍蝇', '蚊蝇成群'],
      ],
    },
    titles: ['{p}垃圾无人清运', '{p}{what}', '{p}垃圾成堆', '投诉{p}卫生脏乱'],
    bodies: [
      '{p}楼下{what}，{smell}，{since}没有清运。',
      '{p}{what}，{smell}，请环卫部门及时清理。',
      '{p}{what}，{smell}。',
      '我家就在{p}，门口{what}，{smell}，打扫的人好几天不来一次。',
      '现场：{p}旁投放点，{what}，{smell}，已拍照。',
    ],
    extras: ['天热更受不了。', '流浪狗把袋子都扒开了。', '物业说不归他们管。', '以前一天清两次，现在两天一次。'],
  },
  {
    id: 'rubble',
    category: 'E0111',
    spot: 'road',
    natures: ['投诉', '举报'],
    facets: {
      what: [
        ['建筑垃圾', '装修垃圾', '装修的砖头瓦块'],
        ['渣土', '一大堆渣土', '土方'],
      ],
      size: [
        ['有三四车', '三四车的量', '约3车'],
        ['十来立方', '10立方左右', '约十方'],
      ],
    },
    titles: ['{p}有人偷倒{what}', '{p}{what}堆放', '{p}{what}长期无人清理'],
    bodies: [
      '{p}路边堆着{what}，{size}，{since}没人管。',
      '有人夜里在{p}偷倒{what}，{size}，刮风就扬土。',
      '{p}堆存{what}，{size}。',
      '{p}空地上{what}越堆越多，现在{size}，影响出行又难看。',
    ],
    extras: ['是半夜用三轮车运来的。', '下雨泥水流到路上。', '旁边的绿地也被埋了。'],
  },
  {
    id: 'spilled-load',
    category: 'E0112',
    spot: 'road',
    natures: ['投诉'],
    facets: {
      what: [
        ['渣土', '泥土', '土块'],
        ['水泥', '混凝土', '砂浆'],
        ['碎石子', '石子', '砂石'],
      ],
      long: [
        ['一百多米', '约100米', '上百米'],
        ['整条车道', '一整条道', '占满一条车道'],
      ],
    },
    titles: ['{p}路面遗撒{what}', '{p}马路上全是{what}', '{p}道路遗撒'],
    bodies: [
      '{p}有车遗撒{what}，{long}，车轮一带灰尘漫天。',
      '{p}路上洒了{what}，{long}都是，骑车打滑。',
      '{p}道路遗撒{what}，{long}。',
      '今天路过{p}，{what}撒得到处都是，{long}，请派车清扫。',
    ],
    extras: ['大概是夜间拉货的车掉的。', '洒水车过后成了泥。', '已看到有电动车滑倒。'],
  },
  {
    id: 'street-tree',
    category: 'P0402',
    spot: 'road',
    natures: ['求助', '投诉'],
    component: true,
    facets: {
      what: [
        ['行道树倾倒', '一棵树倒了', '大树歪倒在路边'],
        ['树枝折断悬在半空', '断枝挂在树上', '枯枝要掉不掉'],
        ['树枝遮挡红绿灯', '树叶把信号灯挡住了', '枝叶太密挡了信号灯'],
      ],
    },
    titles: ['{p}{what}', '{p}行道树需修剪', '{p}树木隐患'],
    bodies: [
      '{p}{what}，请尽快修剪处理。',
      '{p}{what}，{since}了，刮大风更危险。',
      '{p}路边{what}，下面就是人行道。',
      '{p}{what}，怕砸到行人和车。',
    ],
    extras: ['底下停着很多车。', '树干里面像是空的。', '昨晚大风刮的。'],
  },
  {
    id: 'dead-animal',
    category: 'E0112',
    spot: 'road',
    natures: ['求助'],
    facets: {
      what: [
        ['一只死狗', '死狗一只', '狗的尸体'],
        ['一只死猫', '死了的猫', '猫尸'],
      ],
    },
    titles: ['{p}有{what}', '{p}动物尸体未清理', '{p}发现{what}'],
    bodies: [
      '{p}路边有{what}，已有味道，请清理。',
      '{p}发现{what}，{since}没人处理，担心传病。',
      '{p}有{what}。',
      '早上遛弯在{p}看见{what}，麻烦环卫来收走。',
    ],
    extras: ['应该是被车撞的。', '离幼儿园很近。', '已经生蛆了。'],
  },
  {
    id: 'river-dirt',
    category: 'E0125',
    spot: 'river',
    natures: ['投诉', '举报'],
    facets: {
      what: [
        ['河水发黑发臭', '水又黑又臭', '河水黑得像墨汁'],
        ['水面漂着大量垃圾', '河面全是漂浮物', '垃圾漂满河面'],
        ['有管子往河里排污水', '岸边一根管子在排污', '排污口直排'],
      ],
    },
    titles: ['{p}{what}', '{p}河道污染', '{p}水质变差'],
    bodies: [
      '{p}{what}，{since}前开始，散步的人都绕着走。',
      '{p}段{what}，请水务部门排查。',
      '{p}{what}。',
      '我住河边，{p}{what}，夏天味道更大，请查一下源头。',
    ],
    extras: ['死了不少小鱼。', '多在夜里排。', '上游好像有家洗涤厂。'],
  },
  {
    id: 'litter-bin',
    category: 'P0305',
    spot: 'road',
    natures: ['建议', '投诉'],
    component: true,
    facets: {
      what: [
        ['果皮箱破损', '垃圾箱坏了', '果皮箱没了门'],
        ['果皮箱倾倒', '果壳箱倒在地上', '垃圾箱被推倒'],
      ],
    },
    titles: ['{p}{what}', '{p}果皮箱损坏', '{p}路边垃圾箱要换'],
    bodies: [
      '{p}{what}，里面的垃圾掉一地。',
      '{p}路边{what}，{since}没人修，请更换。',
      '{p}{what}。',
      '{p}{what}，行人只能把垃圾扔在旁边。',
    ],
    extras: ['锁扣锈断了。', '附近几百米就这一个箱子。'],
  },
];
