import { existsSync } from 'node:fs';
import type { AdapterDescription, PlatformAdapter } from '#domain/ports/platform-adapter.js';
import { ADAPTERS } from '../adapters.js';
import { CASES } from './case-names.js';
import type { CaseGroup } from './case-names.js';
import type { ContractKind } from './contract-kind.js';
import { Stand } from './stand.js';

/** One kind of adapter in the contract. */
export interface Subject {
  readonly name: string;
  readonly kind: ContractKind;
  readonly description: AdapterDescription;
  /** Groups of cases it must pass: what its adapter can do decides, nobody chooses. */
  readonly groups: readonly CaseGroup[];
}

/** What a kind without a file is told to do. */
const instructionFor = (name: string): string =>
  `The kind "${name}" is in ADAPTERS but not in the contract. Make libs/adapters/contract/kinds/${name}.ts that exports ` +
  '`kind: ContractKind`; libs/adapters/contract/contract-kind.ts says how, and which neighbour to start from.';

/** Every kind of ADAPTERS: ready for its cases, or the error that says what its file in kinds/ still lacks. */
export async function loadKinds(): Promise<ReadonlyMap<string, Subject | Error>> {
  const loaded = new Map<string, Subject | Error>();
  for (const name of Object.keys(ADAPTERS)) {
    loaded.set(
      name,
      await loadKind(name).catch((thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown)))),
    );
  }
  return loaded;
}

async function loadKind(name: string): Promise<Subject> {
  if (!['ts', 'js'].some((ending) => existsSync(new URL(`./kinds/${name}.${ending}`, import.meta.url)))) {
    throw new Error(instructionFor(name));
  }
  const { kind } = (await import(`./kinds/${name}.js`)) as { kind: ContractKind };
  const stand = await Stand.open(name, kind);
  try {
    const adapter = stand.adapter();
    return { name, kind, description: adapter.describe(), groups: groupsOf(adapter, kind) };
  } finally {
    await stand.close();
  }
}

function groupsOf(adapter: PlatformAdapter, kind: ContractKind): readonly CaseGroup[] {
  const pulls = adapter.pull !== undefined;
  const receives = adapter.receive !== undefined;
  const asked: Readonly<Record<CaseGroup, boolean>> = {
    settings: true,
    mapping: true,
    pulling: pulls,
    boundaries: pulls,
    drift: pulls,
    histories: pulls,
    receiving: receives,
    writing: adapter.pushUpdate !== undefined,
    outcomes: adapter.pushUpdate !== undefined && kind.transport === 'http',
    http: kind.transport === 'http',
    files: pulls && kind.transport === 'files',
    hostile: pulls || receives,
  };
  return (Object.keys(CASES) as CaseGroup[]).filter((group) => asked[group]);
}
