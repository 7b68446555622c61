import { describe, expect, it } from '@jest/globals';
import { classifyLetters, type LabelledLetter } from './classify-letters.js';
import { macroF1, validate } from './validate-classifier.js';

const KINDS: readonly (readonly [topic: string, things: readonly string[], faults: readonly string[]])[] = [
  ['照明', ['路灯', '庭院灯', '隧道灯'], ['不亮', '闪个不停', '白天也开着', '灯罩破了']],
  ['绿化', ['行道树', '草坪', '花坛'], ['枯死了', '没人浇水', '长得太密', '被踩坏了']],
  ['公交', ['公交车', '末班车', '候车亭'], ['总是晚点', '不停站', '太挤', '线路改了没通知']],
];
const letters: readonly LabelledLetter[] = KINDS.flatMap(([topic, things, faults]) =>
  things.flatMap((thing) =>
    faults.map((fault, index) => ({
      topic,
      subject: index % 2 === 0 ? `${thing}${fault}` : '',
      body: `我们小区门口的${thing}${fault}，请有关部门来看看。`,
    })),
  ),
);

describe('classifyLetters', () => {
  it('tells letters apart that nobody has seen', () => {
    const asked = [
      { subject: '', body: '广场的路灯三天不亮了' },
      { subject: '花坛里的草坪枯死了', body: '' },
      { subject: '请问', body: '早高峰的公交车太挤，末班车也不停站' },
    ];
    expect(classifyLetters(letters, asked)).toEqual(['照明', '绿化', '公交']);
  });

  it('answers every letter, an empty one too, and the same at every run', () => {
    const asked = [{ subject: '', body: '' }, { subject: '？！', body: '。' }, ...letters];
    const once = classifyLetters(letters, asked);
    expect(once.slice(2)).toEqual(letters.map(({ topic }) => topic));
    expect(['照明', '绿化', '公交']).toContain(once[0]);
    expect(classifyLetters(letters, asked)).toEqual(once);
  });

  it('asks nobody', () => {
    expect(classifyLetters(letters, [])).toEqual([]);
  });
});

describe('validate', () => {
  it('is near perfect where words decide', () => {
    expect(validate(letters, [], 4)).toMatchObject({ folds: 4, accuracy: 1, macroF1: 1 });
  });

  it('gives a small topic as much say as a large one', () => {
    expect(macroF1(['a', 'a', 'a', 'b'], ['a', 'a', 'a', 'a'])).toBeCloseTo(0.4286, 4);
    expect(macroF1(['a', 'b'], ['a', 'b'])).toBe(1);
  });
});
