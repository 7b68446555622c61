import type { MatterKind } from '../matter-kind.js';

/** Water, power, gas, heat, drains, lines. */
export const SUPPLY_KINDS: readonly MatterKind[] = [
  {
    id: 'no-water',
    category: 'A0502',
    spot: 'estate',
    natures: ['求助', '咨询'],
    urgency: '紧急',
    facets: {
      what: [
        ['停水', '没水了', '一滴水都没有'],
        ['水压太低', '水流小得像线', '水压不够，热水器打不着'],
        ['自来水发黄', '放出来的水是黄的', '水浑浊有异味'],
      ],
    },
    titles: ['{p}{what}', '{p}用水问题', '{p}{what}，何时恢复'],
    bodies: [
      '{p}{since}{what}，没有接到通知，什么时候能恢复？',
      '{p}整栋楼{what}，做饭都成问题。',
      '{p}{what}，请供水公司尽快处理。',
      '{p}{what}，{since}前开始，家里有婴儿，急需用水。',
    ],
    extras: ['打供水热线一直占线。', '左右邻居都一样。'],
  },
  {
    id: 'water-pipe',
    category: 'E0501',
    spot: 'road',
    natures: ['求助'],
    urgency: '特急',
    facets: {
      what: [
        ['自来水管爆了', '水管爆裂', '供水管崩了'],
        ['地下往外冒清水', '路面往上涌水', '地缝里冒水'],
      ],
      flow: [
        ['水流成河', '哗哗往外喷', '水柱一人多高'],
        ['流了大半天', '一上午都在流', '流了好几个小时'],
      ],
    },
    titles: ['{p}{what}', '{p}供水管破裂', '{p}跑水了'],
    bodies: [
      '{p}{what}，{flow}，太浪费了，请抢修。',
      '{p}{what}，{flow}，路面结成一片水洼。',
      '{p}{what}，{flow}。',
      '看到{p}{what}，{flow}，自来水公司电话打不通，麻烦转一下。',
    ],
    extras: ['怕路基被掏空。', '好像是施工挖断的。'],
  },
  {
    id: 'no-power',
    category: 'A0503',
    spot: 'estate',
    natures: ['求助', '咨询'],
    urgency: '紧急',
    facets: {
      what: [
        ['突然停电', '没电了', '一下子断电'],
        ['频繁跳闸', '电压不稳老跳闸', '一天跳好几次闸'],
      ],
    },
    titles: ['{p}{what}', '{p}用电问题', '{p}何时来电'],
    bodies: [
      '{p}{what}，{since}，冰箱里的东西都坏了。',
      '{p}整栋楼{what}，电梯也停了。',
      '{p}{what}，请供电部门抢修。',
      '{p}{what}，家里有老人吸氧，请尽快恢复供电！',
    ],
    extras: ['楼下变压器有响声。', '没有看到停电公告。'],
  },
  {
    id: 'gas-smell',
    category: 'A0504',
    spot: 'estate',
    natures: ['求助'],
    urgency: '特急',
    facets: {
      what: [
        ['闻到很浓的煤气味', '一股燃气味', '天然气味道很重'],
        ['燃气管被挖断', '挖沟把煤气管挖漏了', '燃气管漏气'],
      ],
    },
    titles: ['{p}{what}', '{p}燃气泄漏', '紧急：{p}疑似漏气'],
    bodies: [
      '{p}楼下{what}，请马上派人！',
      '{p}{what}，居民都不敢点火。',
      '{p}{what}，疑似燃气泄漏。',
      '路过{p}{what}，嘶嘶响，赶快来人看看。',
    ],
    extras: ['已通知物业疏散。', '味道越来越大。'],
  },
  {
    id: 'no-heat',
    category: 'A0501',
    spot: 'estate',
    natures: ['投诉', '求助'],
    urgency: '紧急',
    facets: {
      what: [
        ['暖气不热', '家里暖气冰凉', '暖气片温吞吞'],
        ['室温只有十四五度', '屋里才15度', '测了温度不到16度'],
        ['供暖管漏水', '暖气管道跑水', '地暖主管漏了'],
      ],
    },
    titles: ['{p}{what}', '{p}供暖问题', '{p}冬季供热不达标'],
    bodies: [
      '{p}{what}，{since}，老人孩子冻感冒了。',
      '{p}{what}，热力公司来看过没解决。',
      '{p}{what}，要求尽快恢复正常供暖。',
      '交了全额采暖费，{p}{what}，楼上楼下都一样，请测温退费。',
    ],
    extras: ['管道放过气了没用。', '末端用户每年都这样。'],
  },
  {
    id: 'sewer-blocked',
    category: 'E0503',
    spot: 'estate',
    natures: ['求助', '投诉'],
    urgency: '紧急',
    facets: {
      what: [
        ['污水井往外冒粪水', '粪水冒出来', '下水井返脏水'],
        ['化粪池满溢', '化粪池溢出来', '化粪池堵了'],
        ['一楼马桶返水', '一楼家里返臭水', '下水道倒灌进一楼'],
      ],
    },
    titles: ['{p}{what}', '{p}下水道堵塞', '{p}污水外溢'],
    bodies: [
      '{p}{what}，流得满院子都是。',
      '{p}{what}，{since}没人疏通，臭气熏天。',
      '{p}{what}，请安排疏通。',
      '{p}{what}，进出都要垫砖头，实在没法住。',
    ],
    extras: ['孩子上学踩一脚。', '疏通过一次没几天又堵。', '像是主管道塌了。'],
  },
  {
    id: 'cable-down',
    category: 'E0508',
    spot: 'road',
    natures: ['求助', '投诉'],
    urgency: '紧急',
    facets: {
      what: [
        ['线缆垂到地上', '电线掉下来拖在地上', '一捆线耷拉到路面'],
        ['通信线离地不到两米', '光缆垂得很低', '线低得能碰到头'],
      ],
    },
    titles: ['{p}{what}', '{p}线缆脱落', '{p}空中线缆隐患'],
    bodies: [
      '{p}{what}，不知道带不带电，行人都绕着走。',
      '{p}{what}，{since}了，大车一过就刮。',
      '{p}架空{what}。',
      '{p}{what}，请产权单位尽快整理。',
    ],
    extras: ['像是宽带线。', '一头还连着电杆。'],
  },
  {
    id: 'network-fault',
    category: 'A0505',
    spot: 'estate',
    natures: ['投诉', '求助'],
    facets: {
      what: [
        ['宽带断网', '上不了网', '宽带一直掉线'],
        ['手机没信号', '打电话断断续续', '家里手机信号只有一格'],
      ],
    },
    titles: ['{p}{what}', '{p}网络故障', '{p}通信信号差'],
    bodies: [
      '{p}{what}，{since}，客服只会说在处理。',
      '{p}{what}，孩子上不了网课。',
      '{p}{what}，请运营商处理。',
      '{p}整栋楼{what}，换了两家都这样。',
    ],
    extras: ['地下车库完全没信号。', '投诉三次没人上门。'],
  },
  {
    id: 'hydrant',
    category: 'E0595',
    spot: 'road',
    natures: ['求助'],
    facets: {
      what: [
        ['消火栓漏水', '消防栓往外滋水', '消火栓关不严一直流'],
        ['消火栓被撞倒', '消防栓被车撞歪', '消火栓断了'],
      ],
    },
    titles: ['{p}{what}', '{p}消火栓损坏', '{p}消防栓问题'],
    bodies: ['{p}路边{what}，请来维修。', '{p}{what}，{since}一直没人管。', '{p}{what}。', '{p}{what}，万一着火怎么办？'],
    extras: ['水流到马路中间。', '是一辆货车倒车撞的。'],
  },
];
