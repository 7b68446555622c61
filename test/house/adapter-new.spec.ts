import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '#config/project-root.js';

const COPIED = ['apps', 'libs', 'config', 'test', 'scripts', 'package.json', 'tsconfig.json', 'jest.config.js'];
const MADE = ['adapter', 'client', 'mapper', 'config'].map((name) => `libs/adapters/river-patrol/${name}.ts`);
const KIND = 'libs/adapters/contract/kinds/river-patrol.ts';

interface Outcome {
  readonly code: number;
  readonly output: string;
}

describe('npm run adapter:new', () => {
  let copy: string;
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'huiliu-new-adapter-'));
    const isWanted = (path: string): boolean => !path.includes('/apps/console/') && !path.includes('/node_modules/');
    for (const name of COPIED) await cp(join(projectRoot(), name), join(copy, name), { recursive: true, filter: isWanted });
    await symlink(join(projectRoot(), 'node_modules'), join(copy, 'node_modules'));
    // the contract needs no database, so the copy starts none
    await writeFile(
      join(copy, 'quick.config.js'),
      `import whole from './jest.config.js';\nconst { globalSetup, globalTeardown, ...config } = whole;\nexport default config;\n`,
    );
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  const run = (...args: readonly string[]): Promise<Outcome> =>
    new Promise((resolve) => {
      execFile(process.execPath, args, { cwd: copy, maxBuffer: 1e8 }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
      );
    });
  const adapterNew = (...args: readonly string[]): Promise<Outcome> => run('scripts/huiliu.mjs', 'adapter:new', ...args);
  const contract = (): Promise<Outcome> =>
    run(
      '--experimental-vm-modules',
      'node_modules/jest/bin/jest.js',
      ...['--config', 'quick.config.js', 'libs/adapters/contract/adapters.contract', '-t', 'adapter of kind river-patrol'],
    );

  it.each([
    [[], 'say what the kind is called'],
    [['River'], '"River" is no name of a kind'],
    [['river_patrol'], '"river_patrol" is no name of a kind'],
    [['../river'], '"../river" is no name of a kind'],
    [['9-lives'], '"9-lives" is no name of a kind'],
    [['a', 'b'], 'say what the kind is called'],
    [['hotline'], 'already: a kind is made once'],
    [['formats'], 'already: a kind is made once'],
    [['contract'], 'already: a kind is made once'],
  ])('refuses %j and makes nothing', async (args, reason) => {
    const before = await readdir(join(copy, 'libs/adapters'));
    const { code, output } = await adapterNew(...args);
    expect([code, output.includes(reason)]).toEqual([1, true]);
    expect(await readdir(join(copy, 'libs/adapters'))).toEqual(before);
  });

  it('makes a kind that compiles, is listed, and whose contract leads on step by step', async () => {
    const made = await adapterNew('river-patrol');
    expect(made.code).toBe(0);
    expect(made.output).toContain('Step 1  libs/adapters/contract/kinds/river-patrol.ts');
    const types = JSON.stringify({
      extends: './tsconfig.json',
      include: ['libs/**/*.d.ts'],
      files: [...MADE, KIND, 'libs/adapters/adapters.ts'],
    });
    await writeFile(join(copy, 'tsconfig.made.json'), types);
    const compiled = await run(
      'node_modules/typescript/bin/tsc',
      '--noEmit',
      '--incremental',
      'false',
      '-p',
      'tsconfig.made.json',
    );
    expect(compiled).toEqual({ code: 0, output: '' });
    expect(await readFile(join(copy, 'libs/adapters/adapters.ts'), 'utf8')).toContain(
      `  'river-patrol': kind(RiverPatrolSettings, (settings, now) => new RiverPatrolAdapter(settings, now)),\n};`,
    );

    const first = await contract();
    expect(first.code).toBe(1);
    expect(first.output).toContain(`Step 1 of 4, ${KIND}`);
    expect(first.output).toMatch(/Tests: +1 failed, \d+ skipped, \d+ total/);

    const kind = await readFile(join(copy, KIND), 'utf8');
    await writeFile(join(copy, KIND), kind.replace(/ {2}open\(\) \{.*?\n {2}\},\n/s, SIMULATED));
    const second = await contract();
    expect(second.code).toBe(1);
    expect(second.output).toContain('Step 2 of 4, libs/adapters/river-patrol/client.ts');
    expect(second.output).not.toContain('Step 1 of 4');
  }, 600_000);

  it('refuses to make it twice', async () => {
    expect((await adapterNew('river-patrol')).output).toContain('already: a kind is made once');
  });
});

const SIMULATED = `  open({ app }) {
    app.get('/river/records', async () => ({ data: { list: [] } }));
    return { settings: (base) => ({ baseUrl: base + '/river', token: 'sesame-river' }) };
  },
`;
