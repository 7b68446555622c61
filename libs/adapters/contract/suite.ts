import { describe, expect, it } from '@jest/globals';
import { CASES } from './case-names.js';
import type { CaseGroup, CaseName } from './case-names.js';
import type { Subject } from './load-kinds.js';
import { Stand } from './stand.js';

export type DeclareCase = (name: CaseName, run: (stand: Stand) => Promise<void> | void, timeoutMs?: number) => void;

/** A group of cases; each has a stand of its own, and one that the kind leaves out says why in its title. */
export function group(of: CaseGroup, { name: kindName, kind }: Subject, declare: (test: DeclareCase) => void): void {
  describe(of, () => {
    const declared: string[] = [];
    declare((name, run, timeoutMs) => {
      declared.push(name);
      const reason = kind.skips[name];
      if (reason !== undefined) {
        // the one place that skips: a case a kind cannot have, and the title says why
        it.skip(`${name} — left out: ${reason}`, () => undefined);
        return;
      }
      it(
        name,
        async () => {
          const stand = await Stand.open(kindName, kind);
          try {
            await run(stand);
          } finally {
            await stand.close();
          }
        },
        timeoutMs,
      );
    });

    it('has every case that case-names.ts lists, and no other', () => {
      expect(declared).toEqual([...CASES[of]]);
    });
  });
}
