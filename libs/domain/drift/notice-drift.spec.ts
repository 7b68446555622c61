import { describe, expect, it } from '@jest/globals';
import type { SeenField } from './field-shape.js';
import type { KnownField } from './notice-drift.js';
import { noticeDrift } from './notice-drift.js';

const root: KnownField = { path: '', type: 'object', samples: 20 };
const level: KnownField = { path: 'level', type: 'number', samples: 18 };
const seen = (path: string, type: SeenField['type']): SeenField => ({ path, type, example: '9' });

describe('drift', () => {
  it('is a field of another type than before', () => {
    expect(noticeDrift([root, level], [seen('level', 'text')])).toEqual([
      { path: 'level', type: 'text', example: '9', drift: { kind: 'changed-type', before: ['number'] } },
    ]);
  });

  it('is a field that was not there before', () => {
    expect(noticeDrift([root, level], [seen('weather', 'text')])).toEqual([
      { path: 'weather', type: 'text', example: '9', drift: { kind: 'new-field', before: [] } },
    ]);
  });

  it('is no field as it was, nor one of several types that came before', () => {
    const both: KnownField[] = [root, level, { path: 'level', type: 'text', samples: 2 }];
    expect(noticeDrift(both, [seen('level', 'number')])).toEqual([seen('level', 'number')]);
    expect(noticeDrift(both, [seen('level', 'text')])).toEqual([seen('level', 'text')]);
  });

  it('is told of the outermost new field only', () => {
    const drifts = noticeDrift(
      [root],
      [seen('weather', 'object'), seen('weather.sky', 'text'), seen('weather.at', 'list'), seen('weather.at[]', 'text')],
    );
    expect(drifts.filter(({ drift }) => drift).map(({ path }) => path)).toEqual(['weather']);
  });

  it('is no first value of a field that was always empty, and no emptiness', () => {
    const known: KnownField[] = [
      root,
      level,
      { path: 'reply', type: 'empty', samples: 20 },
      { path: 'refs', type: 'list', samples: 20 },
    ];
    const now = [seen('reply', 'object'), seen('reply.ref', 'text'), seen('refs[]', 'text'), seen('level', 'empty')];
    expect(noticeDrift(known, now)).toEqual(now);
  });

  it('is nothing while the platform is being learnt', () => {
    expect(noticeDrift([{ ...root, samples: 19 }, level], [seen('level', 'text'), seen('weather', 'text')])).toEqual([
      seen('level', 'text'),
      seen('weather', 'text'),
    ]);
    expect(noticeDrift([], [seen('level', 'text')])).toEqual([seen('level', 'text')]);
  });
});
