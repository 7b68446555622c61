import { describe, expect, it } from '@jest/globals';
import { ADAPTERS, createAdapter } from '../adapters.js';
import { boundaryCases } from './cases/boundaries.js';
import { driftCases } from './cases/drift.js';
import { filesCases } from './cases/files.js';
import { hostileCases } from './cases/hostile.js';
import { httpCases } from './cases/http.js';
import { mappingCases } from './cases/mapping.js';
import { pullingCases } from './cases/pulling.js';
import { receivingCases } from './cases/receiving.js';
import { settingsCases } from './cases/settings.js';
import { outcomeCases, writingCases } from './cases/writing.js';
import { loadKinds } from './load-kinds.js';
import type { CaseGroup } from './case-names.js';
import type { Subject } from './load-kinds.js';

/** Histories have a file of their own, histories.prop.spec.ts. */
const DECLARE: Readonly<Record<Exclude<CaseGroup, 'histories'>, (subject: Subject) => void>> = {
  settings: settingsCases,
  mapping: mappingCases,
  pulling: pullingCases,
  boundaries: boundaryCases,
  drift: driftCases,
  receiving: receivingCases,
  writing: writingCases,
  outcomes: outcomeCases,
  http: httpCases,
  files: filesCases,
  hostile: hostileCases,
};

const kinds = await loadKinds();

describe.each([...kinds.keys()])('adapter of kind %s', (name) => {
  const subject = kinds.get(name);
  it('has a file in the contract that says how its platform is opened', () => {
    if (subject instanceof Error) throw subject;
  });
  if (!subject || subject instanceof Error) return;
  for (const group of subject.groups) if (group !== 'histories') DECLARE[group](subject);

  it('gives a whole sentence as the reason of every case it leaves out', () => {
    for (const reason of Object.values(subject.kind.skips)) expect(reason.length).toBeGreaterThan(20);
  });
});

describe('a kind that does not exist', () => {
  it('is refused with the names of those that do', () => {
    expect(() => createAdapter('telex', {})).toThrow(Object.keys(ADAPTERS).join(', '));
  });
});
