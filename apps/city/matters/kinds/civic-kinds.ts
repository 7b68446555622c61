import type { MatterKind } from '../matter-kind.js';

/** What remains: covers, toilets, neighbours, offices, outings. */
export const CIVIC_KINDS: readonly MatterKind[] = [
  {
    id: 'water-cover',
    category: 'P0101',
    spot: 'road',
    natures: ['求助', '投诉'],
    component: true,
    facets: {
      what: [
        ['自来水井盖丢失', '水表井盖没了', '上水井盖不见了'],
        ['自来水井盖压碎', '水表井的盖子裂了', '上水井盖破损'],
      ],
    },
    titles: ['{p}{what}', '{p}上水井盖问题', '{p}自来水井盖隐患'],
    bodies: [
      '{p}{what}，里面阀门都露着。',
      '{p}{what}，{since}没人补。',
      '{p}{what}。',
      '走路经过{p}，{what}，差点掉进去，请自来水公司来补。',
    ],
    extras: ['先找了块木板盖着。', '孩子们在旁边玩。'],
  },
  {
    id: 'telecom-cover',
    category: 'P0107',
    spot: 'road',
    natures: ['求助', '投诉'],
    component: true,
    facets: {
      what: [
        ['通信井盖塌陷', '通讯井盖下陷', '弱电井盖陷下去了'],
        ['通信井盖缺失', '电信井没有盖', '写着通信字样的井盖丢了'],
      ],
    },
    titles: ['{p}{what}', '{p}弱电井盖隐患', '{p}通信井盖问题'],
    bodies: [
      '{p}{what}，车轮一压就翻。',
      '{p}{what}，{since}只围了一圈警戒带。',
      '{p}{what}。',
      '{p}人行道上{what}，请产权单位恢复。',
    ],
    extras: ['下面都是光缆。', '夜里没有灯。'],
  },
  {
    id: 'public-toilet',
    category: 'P0301',
    spot: 'road',
    natures: ['投诉', '建议'],
    component: true,
    facets: {
      what: [
        ['公厕脏臭', '公共厕所没人打扫', '公厕臭气熏天'],
        ['公厕锁门不开', '公共厕所老关着', '公厕大门上锁'],
        ['公厕停水', '厕所没水冲', '公厕冲水坏了'],
      ],
    },
    titles: ['{p}{what}', '{p}公共厕所管理问题', '投诉{p}公厕'],
    bodies: [
      '{p}旁的{what}，请管一管。',
      '{p}{what}，{since}了，环卫工人自己都不愿进。',
      '{p}{what}。',
      '带孩子路过{p}，{what}，实在没法用。',
    ],
    extras: ['没有无障碍扶手。', '门锁也坏了一个。'],
  },
  {
    id: 'sewage-dumping',
    category: 'E0130',
    spot: 'shop',
    shops: ['小王洗车行', '蜀香小馆', '海边人家饭店', '顺达汽修'],
    natures: ['举报', '投诉'],
    facets: {
      what: [
        ['把泔水倒进雨水井', '往雨水篦子里倒泔水', '剩汤全倒雨水口'],
        ['洗车污水直接流到路上', '洗车水流一地', '洗车店污水乱排'],
      ],
    },
    titles: ['{p}乱排污水', '{p}{what}', '举报{p}污水乱倒'],
    bodies: [
      '{p}{what}，路面又滑又臭。',
      '{p}每天{what}，{since}了，雨水井都堵了。',
      '{p}{what}。',
      '亲眼看见{p}{what}，请查处并要求装隔油池。',
    ],
    extras: ['冬天会结冰。', '油花漂了一路。'],
  },
  {
    id: 'piled-goods',
    category: 'E0136',
    spot: 'estate',
    natures: ['投诉'],
    facets: {
      what: [
        ['废旧家具', '破沙发旧床垫', '旧家具'],
        ['纸箱和塑料瓶', '捡来的纸壳子', '废品'],
        ['沙子水泥', '装修沙石', '袋装水泥和沙'],
      ],
      where: [
        ['堆在楼前绿地', '楼前绿化带里放着', '把楼前花坛占了'],
        ['堆在车棚门口', '车棚口全是', '自行车棚被堆满'],
      ],
    },
    titles: ['{p}乱堆{what}', '{p}堆放杂物', '{p}{what}占地'],
    bodies: [
      '{p}有人将{what}{where}，味道大还招老鼠。',
      '{p}{what}{where}，{since}没人清。',
      '{p}乱堆物堆料：{what}。',
      '{p}邻居的{what}，{where}，沟通几次无效。',
    ],
    extras: ['怕有人扔烟头着火。', '物业清过一次又堆上。'],
  },
  {
    id: 'square-dance',
    category: 'A0601',
    spot: 'estate',
    natures: ['投诉'],
    facets: {
      what: [
        ['广场舞音响', '跳广场舞的音乐', '跳舞的大喇叭'],
        ['楼上半夜打麻将', '棋牌室搓麻将', '麻将馆通宵'],
        ['邻居家狗整夜叫', '养的狗半夜狂吠', '狗叫个不停'],
      ],
      when: [
        ['晚上七点到十点', '19点到22点', '天天晚上三个小时'],
        ['后半夜', '凌晨', '夜里一两点'],
      ],
    },
    titles: ['{p}噪音扰民', '{p}{what}太吵', '{p}生活噪声'],
    bodies: [
      '{p}{what}，{when}，吵得孩子没法写作业。',
      '{p}{since}{what}，{when}都不消停。',
      '{p}{what}扰民，{when}。',
      '我家{p}，{what}，{when}，劝过还被骂，请民警协调。',
    ],
    extras: ['心脏病都要犯了。', '社区调解过一次。'],
  },
  {
    id: 'medical-insurance',
    category: 'A0301',
    spot: 'estate',
    personal: true,
    natures: ['咨询', '投诉'],
    facets: {
      what: [
        ['异地住院报销', '在外地住院怎么报', '外省住院的报销'],
        ['门诊慢病报销', '慢性病门诊报销', '慢病卡报销'],
        ['新生儿参保', '给刚出生的孩子上医保', '宝宝医保登记'],
      ],
      snag: [
        ['材料交了两个月没到账', '提交俩月还没打款', '交完材料两个月没音信'],
        ['窗口说缺证明', '被告知少一张证明', '说还差一个证明'],
      ],
    },
    titles: ['咨询{what}', '{what}问题', '关于{what}的诉求'],
    bodies: [
      '本人住{p}，办理{what}，{snag}，请答复。',
      '{what}，{snag}，跑了三趟。住址{p}。',
      '市民咨询{what}，{snag}。（{p}）',
      '我父亲住{p}，{what}，{snag}，想问问到底怎么办。',
    ],
    extras: ['电话一直打不通。', '网上查不到进度。'],
  },
  {
    id: 'tourist-site',
    category: 'A0901',
    spot: 'sight',
    natures: ['投诉', '建议'],
    facets: {
      what: [
        ['门票乱收费', '景点另外收费', '买了票进去还要收钱'],
        ['讲解员强制购物', '导游硬拉着买东西', '被带到店里强迫消费'],
        ['演出噪声大', '晚会音响太大', '演出音乐震耳'],
      ],
    },
    titles: ['{p}{what}', '投诉{p}', '{p}游览体验差'],
    bodies: [
      '周末在{p}游玩，{what}，要求退款。',
      '{p}{what}，{since}前就有游客反映。',
      '{p}{what}。',
      '外地来{p}旅游，{what}，影响城市形象。',
    ],
    extras: ['有票据为证。', '找客服不理。'],
  },
  {
    id: 'property-certificate',
    category: 'A1201',
    spot: 'estate',
    natures: ['投诉', '求助'],
    facets: {
      what: [
        ['入住五年办不下房产证', '房产证办不了', '交房五年没有不动产证'],
        ['规划的幼儿园改成了商铺', '说好的幼儿园变商铺', '配套幼儿园没建改商铺'],
        ['楼间距不符合规划', '新楼离得太近挡光', '前面新建楼遮挡采光'],
      ],
    },
    titles: ['{p}{what}', '{p}规划问题', '{p}不动产登记遗留问题'],
    bodies: [
      '{p}{what}，业主要求给出时间表。',
      '{p}全体业主反映{what}，{since}上访多次。',
      '{p}{what}。',
      '买了{p}的房子，{what}，孩子上学受影响，请自然资源部门核实。',
    ],
    extras: ['开发商已经破产。', '当时的规划公示图还在。'],
  },
  {
    id: 'bus-line',
    category: 'A0801',
    spot: 'road',
    natures: ['建议', '投诉'],
    facets: {
      line: [
        ['18路', '18路公交', '公交18路'],
        ['306路', '306路车', '306公交'],
        ['72路', '七十二路', '72路公交'],
      ],
      what: [
        ['等了四十分钟没车', '40分钟不来一辆', '等四十多分钟'],
        ['到站不停', '甩站', '司机不停车直接开走'],
        ['末班车太早', '六点半就没车了', '末班才到18:30'],
      ],
    },
    titles: ['{p}{line}{what}', '{line}运营问题', '{p}公交出行不便'],
    bodies: [
      '在{p}等{line}，{what}。',
      '{line}在{p}这站{what}，{since}经常这样。',
      '{p}站{line}{what}。',
      '上班天天在{p}坐{line}，{what}，建议加密班次。',
    ],
    extras: ['下雨天更明显。', '老人多，站不住。'],
  },
];
