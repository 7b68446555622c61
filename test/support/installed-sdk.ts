import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#config/project-root.js';

/** A department's own folder with the SDK in it as `npm install` of its package would put it there. */
export interface InstalledSdk {
  readonly folder: string;
  readonly packageFolder: string;
  remove(): void;
}

/** Builds, packs and unpacks the SDK; its one dependency is the copy this project has, so that no registry is asked. */
export function installSdk(): InstalledSdk {
  const folder = mkdtempSync(join(tmpdir(), 'huiliu-department-'));
  const packageFolder = join(folder, 'node_modules', '@huiliu', 'department-sdk');
  mkdirSync(packageFolder, { recursive: true });
  const front = join(projectRoot(), 'scripts', 'huiliu.mjs');
  const packed = execFileSync(process.execPath, [front, 'sdk:pack', folder], { encoding: 'utf8' }).trim();
  execFileSync('tar', ['-xzf', packed, '-C', packageFolder, '--strip-components=1']);
  const dependency = 'standardwebhooks';
  symlinkSync(join(projectRoot(), 'node_modules', dependency), join(folder, 'node_modules', dependency));
  return { folder, packageFolder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
