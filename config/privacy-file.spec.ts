import { describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RetentionPolicy } from '#domain/privacy/retention-policy.js';
import { ConfigInvalidError, formatFault } from './config-fault.js';
import { loadReference } from './load-reference.js';
import { projectRoot } from './project-root.js';

/** What the hub makes of this privacy.yaml in the example set, which has none of its own; or what it says against it. */
function read(text?: string): RetentionPolicy | undefined | string[] {
  const dir = mkdtempSync(join(tmpdir(), 'huiliu-privacy-'));
  try {
    cpSync(join(projectRoot(), 'config', 'example'), dir, { recursive: true });
    if (text !== undefined) writeFileSync(join(dir, 'privacy.yaml'), text);
    return loadReference(dir, {}).retention;
  } catch (error) {
    if (error instanceof ConfigInvalidError) return error.faults.map(formatFault);
    throw error;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

describe('privacy.yaml', () => {
  it('says for how many years identities are kept, and of which natures otherwise', () => {
    expect(read('keepYears: 5\nkeepYearsOf:\n  consultation: 2\n')).toEqual({ years: 5, yearsOf: { consultation: 2 } });
    expect(read('keepYears: 3\n')).toEqual({ years: 3, yearsOf: {} });
  });

  it('need not be there: then identities are kept for ever', () => {
    expect(read()).toBeUndefined();
  });

  it.each([
    ['keepYears: 0', 'privacy.yaml:1:12 keepYears: keepYears must be a year at least: a citizen may come back on the matter'],
    ['keepYears: 1.5', 'privacy.yaml:1:12 keepYears: keepYears must be a whole number of years'],
    [
      'keepYears: 5\nkeepYearsOf:\n  gossip: 2',
      'privacy.yaml:3:3 keepYearsOf.gossip: no such nature: use one of consultation, help, complaint, tip-off, suggestion, praise, other',
    ],
    [
      'keepYears: 5\nkeepYearsOf:\n  praise: 0',
      'privacy.yaml:3:11 keepYearsOf.praise: must be a whole number of years, one at least',
    ],
  ])('is refused with the place and the reason: %j', (text, fault) => {
    expect(read(text)).toEqual([fault]);
  });
});
