import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigInvalidError } from '#config/config-fault.js';
import { loadImportMapping } from '#config/load-import-mapping.js';
import { RouteReplay, type ReplayRequest, type ReplaySummary } from './route-replay.js';

const DESK = `platform: past
title: 历史派单
columns: { externalId: 编号, title: 类别, reportedAt: 时间, category: 类别, street: 街道, community: 社区 }
generatedText: true
handledBy: { id: 单位号, name: 单位, channel: 来源, aliases: { '9': '2' } }
`;
const NOBODY = `platform: past
title: 没有承办单位
columns: { externalId: 编号, title: 类别, reportedAt: 时间 }
`;
const RINGS = `${DESK.replace("{ '9': '2' }", "{ '9': '2', '2': '3' }")}`;
const HEADER = '编号,时间,类别,街道,社区,单位号,单位,来源';

/** Lamps to 1, stalls to 2 (called 9 until row 100), every seventh row something that anybody may get. */
function rows(from: number, to: number, hides = false): string[] {
  return Array.from({ length: to - from }, (_, index) => {
    const n = from + index;
    const at = `2025-${String(1 + Math.floor(n / 28)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')} 09:00:00`;
    const [kind, unit, name] =
      n % 7 === 0
        ? ['杂项', String(1 + ((n * n) % 5)), '某科']
        : n % 2 === 0
          ? ['照明/路灯', '1', '照明所']
          : ['市容/摆摊', n < 100 ? '9' : '2', '执法队'];
    return `R${n},${at},${kind},红桥街道,红桥一社区,${hides ? '-,-' : `${unit},${name}`},热线`;
  });
}

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'huiliu-replay-'));
  mkdirSync(join(dir, 'imports'));
  for (const [name, text] of Object.entries({ past: DESK, nobody: NOBODY, rings: RINGS }))
    writeFileSync(join(dir, 'imports', `${name}.yaml`), text);
  const file = (name: string, lines: readonly string[]): void =>
    writeFileSync(join(dir, name), `${[HEADER, ...lines].join('\n')}\n`);
  // the file need not be in the order of its times
  file('past.csv', rows(0, 280).toReversed());
  file('later.csv', rows(280, 300, true));
  file('broken.csv', [...rows(0, 20), 'R20,后天,照明/路灯,红桥街道,红桥一社区,1,照明所,热线']);
  file('unlabelled.csv', rows(0, 20, true));
});
afterAll(() => rmSync(dir, { recursive: true }));

async function run(
  file: string,
  mapping = 'past',
  more: Partial<ReplayRequest> = {},
): Promise<ReplaySummary & { refused: number[] }> {
  const refused: number[] = [];
  const replay = new RouteReplay(loadImportMapping(mapping, dir, new Map()), (row) => refused.push(row));
  return { ...(await replay.run({ file: join(dir, file), half: 'second', ...more })), refused };
}

describe('RouteReplay', () => {
  it('scores the second half in the order of time, with the unit that took over in the place of the one that is gone', async () => {
    expect(await run('past.csv')).toEqual({
      rows: 280,
      refused: [],
      top1: 0.8714,
      top3: 1,
      automatic: { share: 0.4857, right: 1 },
    });
  });

  it('writes what it foretells of the rows that follow', async () => {
    const out = join(dir, 'out.csv');
    await run('past.csv', 'past', { then: join(dir, 'later.csv'), out });
    const lines = readFileSync(out, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(21);
    expect(lines[0]).toBe('id,first,second,third,confidence,automatic,first_name,second_name,third_name');
    expect(lines[3]).toMatch(/^R282,1,\d,\d,0\.9\d+,1,照明所,/u);
    expect(lines[4]).toMatch(/^R283,2,\d,\d,0\.9\d+,1,执法队,/u);
  });

  it('leaves out rows that cannot be read, and names them', async () => {
    expect(await run('broken.csv')).toMatchObject({ rows: 20, refused: [22] });
  });

  it('refuses a list that does not say who handled a case, and a mapping that does not', async () => {
    await expect(run('unlabelled.csv')).rejects.toThrow('says who handled it in 单位号');
    await expect(run('past.csv', 'nobody')).rejects.toThrow('the mapping of past does not say who handled a case');
  });

  it('refuses aliases that lead to an alias', () => {
    expect(() => loadImportMapping('rings', dir, new Map())).toThrow(ConfigInvalidError);
  });
});
