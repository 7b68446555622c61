import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { as } from '#domain/ids.js';
import { decideMatch } from '#domain/matching/decide-match.js';
import { sampleSubject } from '#domain/matching/sample-subject.js';
import { scorePair } from '#domain/matching/score-pair.js';
import { loadReference } from './load-reference.js';
import { projectRoot } from './project-root.js';

type Sample = Parameters<typeof sampleSubject>[0];

/** What a template letter says of any place, long enough to be a letter. */
const letter = (estate: string, road: string): string =>
  `尊敬的领导：我是${estate}的业主。${estate}的开发商承诺的小区配套至今没有兑现，地下车位只售不租，消防通道被私家车长期占用，` +
  `电梯三天两头停运，物业对业主的诉求置之不理，公共收益从不公示。恳请有关部门到${road}现场核实，督促整改并公开处理结果。`;

describe.each(['demo', 'example'])('matching as config/%s ships it', (folder) => {
  const { matching } = loadReference(join(projectRoot(), 'config', folder), {}).reference;
  const decide = (one: Sample, other: Sample) => {
    const [a, b] = [sampleSubject({ id: 'a', ...one }), sampleSubject({ id: 'b', ...other })];
    return decideMatch(a, [{ caseId: as('c1'), members: [b] }], matching).kind;
  };

  it.each([
    ['nothing at all', '', ''],
    ['one word', '路灯', '路灯'],
    ['one word twice over', '噪音', '噪音噪音'],
    ['nothing but politeness', '您好', '您好，请有关部门尽快处理，谢谢！'],
    ['nothing but marks', '？？？', '。。。。。。'],
  ])('does not attach two reports that say %s', (_what, title, body) => {
    const said = { title, body };
    expect(decide(said, said)).not.toBe('attach');
    expect(decide({ ...said, category: 'P0137' }, { ...said, category: 'P0137' })).not.toBe('attach');
  });

  it('attaches two reports that say the same at length', () => {
    const said = { title: '望江路夜间施工噪音扰民', body: letter('兰亭湾畔', '望江路') };
    expect(decide(said, said)).toBe('attach');
  });

  it('lets the places of a template letter decide', () => {
    const about = (estate: string, road: string): Sample => ({
      title: `关于${estate}物业的投诉`,
      body: letter(estate, road),
      place: { address: `${road}18号` },
    });
    const elsewhere = [
      ['锦绣家园', '听涛路'],
      ['云栖雅苑', '石榴街'],
      ['碧水新村', '临港大道'],
    ] as const;

    for (const [estate, road] of elsewhere)
      expect(decide(about('兰亭湾畔花园', '望江路'), about(estate, road))).not.toBe('attach');
    expect(decide(about('兰亭湾畔花园', '望江路'), about('兰亭湾畔花园', '望江路'))).toBe('attach');
  });

  it('weighs a letter of 100 kB as its beginning', () => {
    const beginning = `望江路18号兰亭湾畔花园3栋电梯停运。${letter('兰亭湾畔', '望江路')}`;
    const endless = beginning + '附件内容如下。'.repeat(100_000 / 21);
    const [long, short] = [
      sampleSubject({ id: 'a', title: '电梯停运', body: endless }),
      sampleSubject({ id: 'b', title: '电梯停运', body: beginning }),
    ];

    expect(Buffer.byteLength(endless)).toBeGreaterThan(99_000);
    expect(scorePair(long, short, matching).score).toBeGreaterThan(matching.attachFrom);
  });
});
