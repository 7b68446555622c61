import { describe, expect, it } from '@jest/globals';
import { CASES } from './case-names.js';
import type { CaseGroup, CaseName } from './case-names.js';
import type { Subject } from './load-kinds.js';
import { Stand } from './stand.js';

export type DeclareCase = (name: CaseName, run: (stand: Stand) => Promise<void> | void, timeoutMs?: number) => void;

/** A group of cases; each has a stand of its own. One that the kind leaves out says why in its title, and is run all the same. */
export function group(of: CaseGroup, { name: kindName, kind }: Subject, declare: (test: DeclareCase) => void): void {
  describe(of, () => {
    const declared: string[] = [];
    declare((name, run, timeoutMs) => {
      declared.push(name);
      const onAStand = async (): Promise<void> => {
        const stand = await Stand.open(kindName, kind);
        try {
          await run(stand);
        } finally {
          await stand.close();
        }
      };
      const reason = kind.skips[name];
      if (reason === undefined) it(name, onAStand, timeoutMs);
      // What a kind cannot do must fail: a reason that no longer holds is found.
      else it(`cannot, and fails: ${name} — ${reason}`, () => expect(onAStand()).rejects.toThrow(), timeoutMs);
    });

    it('has every case that case-names.ts lists, and no other', () => {
      expect(declared).toEqual([...CASES[of]]);
    });
  });
}
