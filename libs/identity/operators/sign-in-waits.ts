import { createHash } from 'node:crypto';

/** Something that tries are counted for, and how the waits after them grow. */
export interface TryCount {
  /** Hex; the text itself may hold what somebody typed by mistake. */
  readonly key: string;
  /** Wrong passwords that cost nothing. */
  readonly free: number;
  readonly longestWaitSeconds: number;
}

/** What one try to sign in is counted for. */
export interface CountedTry {
  /** This name from this address: a person mistypes, a guesser waits up to a quarter of an hour. */
  readonly pair: TryCount;
  /** All names from this address: many people sit behind one. */
  readonly address: TryCount;
  /** This name from anywhere: a guesser with many addresses gets one try a minute, and so, at worst, does a stranger's new desk. */
  readonly name: TryCount;
}

/** Keys and waits of a try. */
export function countedFor(name: string, address: string): CountedTry {
  const person = name.normalize('NFKC').trim().toLowerCase();
  return {
    pair: { key: keyOf('pair', address, person), free: 5, longestWaitSeconds: 900 },
    address: { key: keyOf('address', address), free: 30, longestWaitSeconds: 900 },
    name: { key: keyOf('name', person), free: 100, longestWaitSeconds: 60 },
  };
}

const keyOf = (...parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
