import { describe, expect, it } from '@jest/globals';
import { findIdentities } from './find-identities.js';
import { hideIdentities, hideIdentitiesIn } from './hide-identities.js';

/** All of them invented. The check digits are right where the first column says so. */
const SHOWN: readonly (readonly [text: string, hidden: string])[] = [
  ['请联系13800001234。', '请联系138****1234。'],
  ['手机号13800001234，住在帆影路', '手机号138****1234，住在帆影路'],
  ['手机号码：１３８００００１２３４', '手机号码：138****1234'],
  ['138-0000-1234', '138******1234'],
  ['打 139 0000 5678 找我', '打 139******5678 找我'],
  ['来电+86 13700009876反映', '来电+86********9876反映'],
  ['3栋502 13800001234', '3栋502 138****1234'],
  ['2026-11-22 13800001234', '2026-11-22 138****1234'],
  ['tel13800001234', 'tel138****1234'],
  ['13800001234/13900005678', '138****1234/139****5678'],
  ['家里座机0755-86001234', '家里座机075******1234'],
  ['电话86001234白天在家', '电话********白天在家'],
  ['身份证440305198001010018', '身份证440***********0018'],
  ['证件号码：11010519491231002X，请核', '证件号码：110***********002X，请核'],
  ['身份证号440305198001010019（写错一位）', '身份证号440***********0019（写错一位）'],
  ['老证440305800101001', '老证440********1001'],
  ['退款到6222021234567890128', '退款到622************0128'],
  ['卡号 4111 1111 1111 1111', '卡号 411************1111'],
  ['发到wang.xm@example.com', '发到w******@example.com'],
  ['我叫王小明，住在湖岛街道', '我叫王**，住在湖岛街道'],
  ['我叫李雷住在3栋', '我叫李*住在3栋'],
  ['联系人：欧阳明日 电话见后', '联系人：欧*** 电话见后'],
  ['姓名：赵敏，反映路灯不亮', '姓名：赵*，反映路灯不亮'],
  ['来电人张三丰先生称', '来电人张**先生称'],
  ['邻居陈建国先生每晚唱歌', '邻居陈**先生每晚唱歌'],
  ['林晓女士来电反映', '林*女士来电反映'],
  ['业主周芳投诉', '业主周*投诉'],
];

/** Looks like it and is none. */
const LEFT_ALONE: readonly string[] = [
  '拨打12345无人接听',
  '已打110报警',
  '服务热线4001234567',
  '客服电话0755-86009999占线',
  '城管局电话0755-86008888没人接',
  '物业公司电话86007777',
  '供电抢修95598',
  '订单号20261122000000123',
  '工单编号：13800001234567',
  '受理编号13800001234',
  '案件号440305202611220001',
  'SZ13800001234号工单',
  '水表户号15900001111',
  '罚款13800元，欠费 120000.00 元',
  '坐标113.95234512345,22.54321012345',
  '帆影路12号楼3单元1502室',
  '2026-11-22 14:30:00发生',
  '部件编号370203001004007001',
  '王先生来电反映路灯不亮',
  '关于王先生的投诉',
  '业主反映物业不作为',
  '联系人不接电话',
  '本人住在高新园',
  '安全员女士不在岗',
  '投诉人要求保密',
  '员工宿舍漏水',
  '老师女士们都在',
  '员工安全没有保障',
  '业主方代表来了',
  '联系人方便时回电',
  '已有5人举报该公司',
  '面积1380.00平方米，高度15米',
  '路灯杆号LD-00013800001',
  '0190a3f1-0532-7123-8123-00000000000a没有发出',
];

describe('identities in a text', () => {
  it.each(SHOWN)('%s becomes %s', (text, hidden) => {
    expect(hideIdentities(text)).toBe(hidden);
  });

  it.each(LEFT_ALONE)('%s is left alone', (text) => {
    expect(hideIdentities(text)).toBe(text);
  });

  it('are found where they stand, each once', () => {
    expect(findIdentities('我叫王小明，电话13800001234或wang@example.com')).toEqual([
      { kind: 'name', start: 2, end: 5, text: '王小明' },
      { kind: 'mobile', start: 8, end: 19, text: '13800001234' },
      { kind: 'mail', start: 20, end: 36, text: 'wang@example.com' },
    ]);
  });

  it('of the person who reports are found however they are told', () => {
    const person = { name: '温如玉', phone: '86001234' };
    expect(hideIdentities('温如玉家楼下，打86001234找温如玉', person)).toBe('温**家楼下，打********找温**');
    expect(hideIdentities('匿名反映，市民说', { name: '匿名', phone: '无' })).toBe('匿名反映，市民说');
    expect(hideIdentities('王先生说', { name: '王先生' })).toBe('王先生说');
  });

  it('are masked in every text of a value, and instants stay instants', () => {
    const at = new Date('2026-11-22T00:00:00Z');
    expect(hideIdentitiesIn({ at, items: [{ note: '打13800001234' }], count: 3, none: null })).toEqual({
      at,
      items: [{ note: '打138****1234' }],
      count: 3,
      none: null,
    });
  });

  it('that are masked already stay as they are', () => {
    for (const [, hidden] of SHOWN) expect(hideIdentities(hidden)).toBe(hidden);
  });
});
