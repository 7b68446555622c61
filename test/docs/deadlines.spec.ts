import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '#config/project-root.js';
import type { TimeLimit } from '#domain/deadline/deadline-policy.js';
import { USUAL_STAGES } from '#domain/deadline/stage-policy.js';
import { readDocument, readTable } from './document.js';

const document = readDocument('docs/deadlines.md');
const written = ({ amount, unit }: TimeLimit): string => `${amount} ${unit}`;

describe('docs/deadlines.md', () => {
  it('gives every stage with its usual limit', () => {
    const { check, checkShare, decide, answer, dispatch, sign, rework, claim, whistle, lookBack, ladder, ...more } = USUAL_STAGES;
    const { daily, tough, emergency } = whistle;

    expect(readTable(document, 'key', 'usual').map(([key, usual]) => [key, usual])).toEqual([
      ['check', written(check)],
      ['checkShare', `${checkShare}`],
      ['decide', written(decide)],
      ['answer', written(answer)],
      ['dispatch', written(dispatch)],
      ['sign', written(sign)],
      ['rework', written(rework)],
      ['claim', written(claim)],
      ['whistle', [daily, tough, emergency].map(written).join(', ')],
      ['lookBack', `after: [${lookBack.after.map(written).join(', ')}], share: ${lookBack.share}`],
      ['ladder', ladder.map(({ level, after }) => `${level} after ${written(after)}`).join(', ')],
    ]);
    expect(more).toEqual({});
  });

  it('gives every profile that comes with the hub', () => {
    const shipped = readdirSync(join(projectRoot(), 'config', 'profiles')).map((name) => name.replace('.yaml', ''));

    expect(readTable(document, 'profile', 'resolve 办结').map(([profile]) => profile)).toEqual([...shipped.sort(), 'own']);
  });
});
