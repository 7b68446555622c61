import { describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatFault } from './config-fault.js';
import { readReference } from './load-reference.js';
import { projectRoot } from './project-root.js';

const example = join(projectRoot(), 'config', 'example');

/** Reads a copy of the example set with this `partners.yaml`, or without one. */
function partnersOf(text: string | undefined) {
  const dir = mkdtempSync(join(tmpdir(), 'huiliu-partners-'));
  try {
    cpSync(example, dir, { recursive: true });
    rmSync(join(dir, 'partners.yaml'));
    if (text !== undefined) writeFileSync(join(dir, 'partners.yaml'), text);
    const { city, faults } = readReference(dir, {});
    return { partners: [...city.reference.partners.values()], faults: faults.map(formatFault) };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const BROKEN = `partners:
  - { id: Qinghe, name: 青禾物业, kind: enterprise, contact: 党建联络岗 }
  - { id: banlv, name: 伴旅协会, kind: society, contact: 秘书处 }
  - { id: huimin, name: 惠民超市, kind: enterprise, contact: '13812345678', phone: '1' }
  - { id: anju, name: 安居物业, kind: enterprise, contact: ' ' }
`;
const TWICE = `partners:
  - { id: qinghe, name: 青禾物业, kind: enterprise, contact: 党建联络岗 }
  - { id: qinghe, name: 青禾家政, kind: enterprise, contact: 党建联络岗 }
  - { id: banlv, name: 青禾物业, kind: association, contact: 秘书处 }
`;
const POST = 'contact must be a post such as 党建联络岗, without a telephone number';

describe('partners.yaml', () => {
  it('may be left out', () => {
    expect(partnersOf(undefined)).toEqual({ partners: [], faults: [] });
  });

  it('names enterprises and associations with the post to ask for', () => {
    expect(partnersOf('partners: [{ id: banlv, name: 伴旅协会, kind: association, contact: 三楼301秘书处 }]\n')).toEqual({
      partners: [{ id: 'banlv', name: '伴旅协会', kind: 'association', contact: '三楼301秘书处' }],
      faults: [],
    });
  });

  it('tells everything that is wrong with it at once', () => {
    expect(partnersOf(BROKEN).faults).toEqual([
      'partners.yaml:2:11 partners[0].id: id must be lower-case words joined by hyphens',
      'partners.yaml:3:36 partners[1].kind: kind must be one of the following values: enterprise, association',
      'partners.yaml:4:73 partners[2].phone: this key is not known here: remove it or correct its spelling',
      `partners.yaml:4:58 partners[2].contact: ${POST}`,
      `partners.yaml:5:56 partners[3].contact: ${POST}`,
    ]);
    expect(partnersOf(TWICE).faults).toEqual([
      'partners.yaml:3:11 partners[1].id: qinghe is there already: give each partner its own id',
      'partners.yaml:4:24 partners[2].name: 青禾物业 already names qinghe: keep one of them',
    ]);
  });
});
