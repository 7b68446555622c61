import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { dirname, basename, join } from 'node:path';
import { expect } from '@jest/globals';
import { OperatorError } from '#domain/errors.js';
import { collect } from '../collect.js';
import { group } from '../suite.js';
import type { Subject } from '../load-kinds.js';
import type { Stand } from '../stand.js';
import { errorOf } from './error-of.js';
import { never } from './never.js';

/** Name of the setting that says where the files lie. */
function folderSetting(stand: Stand): string {
  const found = Object.entries(stand.settings).find(([, value]) => String(value).startsWith(stand.folder));
  if (!found) throw new Error('no setting names the folder');
  return found[0];
}

/** What every adapter that reads files must keep. */
export function filesCases(subject: Subject): void {
  group('files', subject, (test) => {
    test('asks a person when the folder is not there, names it, and check says so', async (stand) => {
      const adapter = stand.adapter({ [folderSetting(stand)]: join(stand.folder, 'nowhere') });
      const error = await errorOf(collect(adapter));
      expect(error).toBeInstanceOf(OperatorError);
      expect(error.message).toContain('nowhere');
      expect(await adapter.check(never)).toMatchObject({ kind: 'fault', actor: 'operator' });
    });

    test('leaves a file alone that is still being written', async (stand) => {
      await stand.put(...stand.records(6));
      const [path] = await stand.files();
      const whole = await readFile(path);
      await writeFile(`${path}.part`, whole.subarray(0, Math.floor(whole.length / 2)));
      const got = await collect(stand.adapter());
      expect([got.ids, got.unreadable.size]).toEqual([stand.ids(6), 0]);
    });

    test('reads a file that was delivered twice without doubling a record', async (stand) => {
      await stand.put(...stand.records(6));
      const [path] = await stand.files();
      await copyFile(path, join(dirname(path), `z-again-${basename(path)}`));
      const got = await collect(stand.adapter());
      expect([got.ids, got.versionCount]).toEqual([stand.ids(6), 6]);
    });

    test('reads what stands before the place where a file breaks off', async (stand) => {
      await stand.put(...stand.records(8));
      const [path] = await stand.files();
      const whole = await readFile(path);
      await writeFile(path, whole.subarray(0, Math.floor(whole.length * 0.6)));
      const got = await collect(stand.adapter());
      expect(got.ids.length + got.unreadable.size).toBeGreaterThanOrEqual(1);
      const kinds = got.ids.map((id) => stand.adapter().map(got.newest(id)).kind);
      expect(new Set(kinds)).toEqual(new Set(kinds.length > 0 ? ['report'] : []));
      expect(got.unreadable.size).toBeLessThanOrEqual(1);
    });
  });
}
