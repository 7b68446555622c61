import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadReference } from './load-reference.js';
import { projectRoot } from './project-root.js';

const { reference, dutySeed } = loadReference(join(projectRoot(), 'config', 'demo'), {});
const { own } = dutySeed;

describe('the duties of a folder as a seed', () => {
  it('lays what it says itself into the list the folder has, lines apart', () => {
    const { duties, faults } = dutySeed.lay(own);
    const said = (list: typeof duties) =>
      [...(list?.duties ?? [])].map(([category, lines]) => [category, lines.map(({ line: _line, ...duty }) => duty)]);
    expect(faults).toEqual([]);
    expect(said(duties)).toEqual(said(reference.duties));
    expect(duties?.componentOwners).toEqual(reference.duties.componentOwners);
    expect(duties?.territory).toEqual(reference.duties.territory);
    expect(duties?.backstop).toBe('urban-management');
  });

  it('points an explanation at the line of its own YAML', () => {
    const { duties, yaml } = dutySeed.lay({
      ...own,
      duties: [...own.duties, { category: 'E0101', street: '望屿街道', lead: 'street-wangyu' }],
    });
    const line = duties?.duties.get('E0101' as never)?.find(({ street }) => street === '望屿街道')?.line ?? 0;
    expect(yaml.split('\n')[line - 1]).toBe('  - { category: E0101, street: 望屿街道, lead: street-wangyu }');
  });

  it('finds every fault of the rules and of what they leave open, and forgets them for the next', () => {
    const { duties, faults } = dutySeed.lay({
      duties: [
        { category: 'E0101', lead: 'nobody', supervisor: 'no-one' },
        { category: 'E0101', lead: 'urban-management' },
      ],
      componentOwners: [{ prefix: '', owner: 'urban-management' }],
      territory: {},
    });
    expect(duties).toBeUndefined();
    expect(faults.map(({ path }) => path)).toEqual(['componentOwners[0].prefix']);
    const holes = dutySeed.lay({ duties: [], componentOwners: [], territory: {}, backstop: 'nobody' }).faults;
    expect(holes).toContainEqual(
      expect.objectContaining({ path: 'backstop', message: 'there is no department nobody: add it to departments.yaml' }),
    );
    expect(dutySeed.lay(own).faults).toEqual([]);
  });
});
