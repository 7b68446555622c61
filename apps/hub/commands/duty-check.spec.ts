import { afterEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#config/project-root.js';
import { checkDuties } from './duty-check.js';

const config = (name: string): string => join(projectRoot(), 'config', name);

describe('hub duty check', () => {
  let dir: string | undefined;
  afterEach(() => {
    if (dir !== undefined) rmSync(dir, { recursive: true });
  });

  it('counts what a folder holds', () => {
    const check = checkDuties(config('demo'), {});
    expect(check).toMatchObject({ version: '2026.1', validFrom: '2026-01-01', faults: [] });
    expect(check.counts).toEqual({
      classes: 27,
      subClasses: 298,
      items: 804,
      departments: 28,
      leads: 28,
      streets: 4,
      communities: 16,
      grids: 96,
    });
    expect(check.mappings).toMatchObject({ 'cjt-214@old': 48, 'gb-30428@2': 48 });
  });

  it('lists the faults with file and line, those of the adapters too, and still counts', () => {
    dir = mkdtempSync(join(tmpdir(), 'huiliu-duty-'));
    cpSync(config('example'), dir, { recursive: true });
    const edit = (name: string, from: string, to: string): void =>
      writeFileSync(join(dir ?? '', name), readFileSync(join(dir ?? '', name), 'utf8').replace(from, to));
    edit('duty-list/E06.yaml', 'lead: urban-management', 'lead: nobody');
    edit('platforms.yaml', 'kind: hotline', 'kind: hotlin');
    const { faults, counts } = checkDuties(dir, {});
    expect(faults.map(({ file, line, path }) => [file, line, path])).toEqual([
      ['duty-list/E06.yaml', 18, 'categories[0].lead'],
      ['platforms.yaml', 12, 'platforms[0].kind'],
    ]);
    expect(counts).toMatchObject({ subClasses: 298, grids: 4 });
  });
});
