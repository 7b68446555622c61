import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSourceOptions } from 'typeorm';
import { projectRoot } from '#config/project-root.js';
import { DeskTown } from '#test/support/desk-town.js';

const HUB = join(projectRoot(), 'dist', 'apps', 'hub', 'main.js');
const CALLER = { callerName: '温如玉', callerPhone: '13900005678' };

describe('hub privacy', () => {
  let town: DeskTown;

  beforeAll(async () => {
    town = await DeskTown.open();
    await town.takeIn(['20261120000301', CALLER], ['20261120000302', CALLER], ['20261120000303', { callerPhone: '13900007777' }]);
  });
  afterAll(() => town.end());

  /** Runs the compiled program beside the town, as an operator would; its output and how it ended. */
  async function hub(args: readonly string[], input = ''): Promise<string> {
    const { url } = town.tools.source.options as DataSourceOptions & { readonly url: string };
    const child = spawn(process.execPath, [HUB, 'privacy', ...args], {
      env: {
        ...{ HUB_CONFIG_DIR: join(projectRoot(), 'config', 'demo'), HUB_DATA_DIR: town.data },
        ...{ DATABASE_URL: url, CITY_URL: 'http://127.0.0.1:1', HUB_LOG_LEVEL: 'silent' },
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    child.stdin.end(input);
    const [code] = (await once(child, 'close')) as [number];
    return `${code}: ${said}`;
  }

  const keys = (): string[] => {
    const file = JSON.parse(readFileSync(join(town.data, 'vault.key'), 'utf8')) as { keys: Record<string, string> };
    return Object.keys(file.keys);
  };
  const count = async (sql: string): Promise<number> => (await town.ask(sql)).length;

  it('seals what lies in clear', async () => {
    await town.ask(`update records set bytes = '{}', sealed = false where external_id = '20261120000303'`);
    expect(await hub(['seal-old'])).toBe('0: records: 1 sealed\nreports: 3 sealed\ncases: 0 sealed\nnothing lies in clear\n');
    expect(await hub(['seal-old'])).toBe('0: nothing lies in clear\n');
  }, 300_000);

  it('makes every seal anew with a fresh key, and drops the old one when nothing needs it', async () => {
    const [old] = keys();
    expect(await hub(['rotate-keys'])).toMatch(
      new RegExp(`^0: \\d+ seals made anew with [\\w-]+, 0 could not be opened\\nunused: ${old}\\n$`),
    );
    expect(keys()).toHaveLength(2);
    expect(await hub(['rotate-keys', '--drop-unused'])).toMatch(new RegExp(`, 0 could not be opened\\ndropped: ${old}\\n$`));
    expect(keys()).not.toContain(old);
    expect(keys()).toHaveLength(1);
  }, 300_000);

  it('forgets one citizen, for a reason, by a number that stands in no history', async () => {
    expect(await hub(['erase', '--reason', '本人申请'], '不知道\n')).toBe(
      '2: huiliu: that is no number by which somebody can be found\n',
    );
    expect(await hub(['erase', '--reason', '本人申请'], '139 0000 5678\n')).toBe('0: 2 reports forgotten\n');
    expect(await count('select 1 from reports where erased_at is not null and sealed_reporter is null')).toBe(2);
    expect(await count(`select 1 from audit_log where action = 'identity.erase' and actor = 'hub'`)).toBe(1);
    expect((await town.ledger()).unaccounted).toBe(0);
  }, 300_000);

  it('destroys what is over by privacy.yaml', async () => {
    expect(await hub(['retain'])).toBe('0: 0 reports forgotten\n');
    await town.ask(`update cases set closed_at = now() - interval '5 years 1 day', status = 'closed'`);
    expect(await hub(['retain'])).toBe('0: 1 reports forgotten\n');
    expect(await count('select 1 from reports where sealed_reporter is not null')).toBe(0);
    expect((await town.ledger()).unaccounted).toBe(0);
  }, 300_000);
});
