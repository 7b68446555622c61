import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadReference } from './load-reference.js';
import { projectRoot } from './project-root.js';

/** The example city, its only endpoint with some lines more. */
function endpointWith(...lines: readonly string[]) {
  const dir = mkdtempSync(join(tmpdir(), 'huiliu-pace-'));
  try {
    cpSync(join(projectRoot(), 'config', 'example'), dir, { recursive: true });
    const file = join(dir, 'endpoints.yaml');
    writeFileSync(file, [readFileSync(file, 'utf8').trimEnd(), ...lines.map((line) => `    ${line}`), ''].join('\n'));
    return loadReference(dir, {}).endpoints[0];
  } finally {
    rmSync(dir, { recursive: true });
  }
}

describe('the pace of an endpoint in endpoints.yaml', () => {
  it('is its own where it is given', () => {
    expect(endpointWith('ratePerSecond: 0.5', 'concurrency: 2')).toMatchObject({ ratePerSecond: 0.5, concurrency: 2 });
    expect(endpointWith()).toMatchObject({ ratePerSecond: undefined, concurrency: undefined });
  });

  it.each(['ratePerSecond: 0', 'ratePerSecond: fast', 'concurrency: 0', 'concurrency: 1.5', 'concurrency: 257'])(
    'is a fault as %s',
    (line) => {
      expect(() => endpointWith(line)).toThrow(line.split(':')[0]);
    },
  );
});
