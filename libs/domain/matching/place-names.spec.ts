import { describe, expect, it } from '@jest/globals';
import { foldText } from './letter-text.js';
import { placeNames } from './place-names.js';

const places = (text: string): string[] => placeNames(foldText(text));

describe('placeNames', () => {
  it.each([
    ['我住在建国路88号附近', ['建国路', '建国路88号']],
    ['建国路８８号', ['建国路', '建国路88号']],
    ['建国路 八十八 号旁边', ['建国路', '建国路88号']],
    ['建国路一百零八号', ['建国路', '建国路108号']],
    ['建国路（灯杆号012）', ['建国路', '建国路12号灯杆']],
    ['建国路第012号灯杆', ['建国路', '建国路12号灯杆']],
    ['建国路012号路灯杆不亮', ['建国路', '建国路12号灯杆']],
    ['路灯编号：A-103不亮', ['路灯a103']],
    ['阳光花园小区3号楼2单元漏水', ['阳光花园', '阳光花园3栋', '阳光花园3栋2单元']],
    ['阳光花园十三幢', ['阳光花园', '阳光花园13栋']],
    ['翠湖里3栋', ['翠湖里', '翠湖里3栋']],
    ['家在G2栋', ['g2栋']],
    ['清和路与听涛街交叉口', ['听涛街', '清和路']],
    ['A市A3区临江村', ['a3区', 'a市', '临江村']],
    ['城南医院门口', ['城南医院']],
  ])('reads %s', (text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it.each(['这条马路', '小区路灯坏了', '乘七十二路公交', '跳广场舞', '物业公司不管', '实验小学', '一路上', ''])(
    'finds no place in %s',
    (text) => {
      expect(places(text)).toEqual([]);
    },
  );
});
