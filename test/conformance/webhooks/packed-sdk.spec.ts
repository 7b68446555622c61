import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '#config/project-root.js';
import { installSdk, type InstalledSdk } from '#test/support/installed-sdk.js';
import { SCHEMES, vectorsOf } from './signature-vectors.js';

/** A program of a department that knows only the package's name. */
const VERIFIES = `
import { readFileSync } from 'node:fs';
import { verifyWebhook } from '@huiliu/department-sdk';
const says = JSON.parse(readFileSync(0, 'utf8')).map(({ headers, bodyBase64, secrets, now }) => {
  const verdict = verifyWebhook(headers, Buffer.from(bodyBase64, 'base64'), secrets, { now: new Date(now * 1000) });
  return verdict.refusal ?? verdict.kind;
});
console.log(JSON.stringify(says));
`;

/** Compiles only when the types tell the events apart and know the commands. */
const TYPED = `
import { HubClient, HubRefusal, parseEvent } from '@huiliu/department-sdk';
const hub = new HubClient({ url: 'http://hub', department: 'water-affairs', secret: 'whsec_' });
const event = parseEvent('');
export const due: string = event.type === 'case.dispatched' ? event.data.dueAt['resolve'] : '';
export const legal: Promise<readonly string[]> = hub
  .checkIn('HL1', { whistle: event.type === 'whistle.blown' ? event.data.whistle : 1 })
  .then(() => [], (error: unknown) => (error instanceof HubRefusal ? error.legal : []));
// @ts-expect-error a closed case has no due times
export const none = event.type === 'case.closed' ? event.data.dueAt.sign : '';
`;

describe('the SDK as departments install it', () => {
  let sdk: InstalledSdk;
  beforeAll(() => {
    sdk = installSdk();
  });
  afterAll(() => sdk.remove());

  it('holds JavaScript, types, a licence and a README, and no source', () => {
    const files = readdirSync(sdk.packageFolder);

    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'index.d.ts', 'index.js', 'package.json']));
    expect(files.filter((file) => !/\.(js|d\.ts)$/.test(file)).sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
    expect(files.filter((file) => file.includes('.spec.'))).toEqual([]);
  });

  it('asks for the standardwebhooks that the hub is tested with', () => {
    const read = (folder: string) =>
      JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };

    expect(read(sdk.packageFolder).dependencies).toEqual({ standardwebhooks: '^1.1.1' });
    expect(read(projectRoot()).dependencies['standardwebhooks']).toBe('1.1.1');
  });

  it.each(SCHEMES)('gives the verdicts of the vectors of %s to plain Node', (scheme) => {
    const vectors = vectorsOf(scheme);
    writeFileSync(join(sdk.folder, 'verifies.mjs'), VERIFIES);

    const said = execFileSync(process.execPath, ['verifies.mjs'], {
      cwd: sdk.folder,
      input: JSON.stringify(vectors),
      encoding: 'utf8',
    });

    expect(JSON.parse(said)).toEqual(vectors.map(({ expect: says, sdk: sdkSays }) => sdkSays ?? says));
  });

  it('gives types to TypeScript', () => {
    writeFileSync(join(sdk.folder, 'typed.mts'), TYPED);
    const compiler = join(projectRoot(), 'node_modules', 'typescript', 'bin', 'tsc');
    const types = ['--typeRoots', join(projectRoot(), 'node_modules', '@types'), '--types', 'node'];
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', ...types, 'typed.mts'];

    expect(() => execFileSync(process.execPath, [compiler, ...options], { cwd: sdk.folder, stdio: 'pipe' })).not.toThrow();
  });
});
