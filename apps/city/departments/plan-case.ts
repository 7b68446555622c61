import type { MatterTruth } from '../matters/matter.js';
import { Random } from '../world/random.js';
import { storyOf, takesTurn } from '../world/turns.js';
import type { Turn } from '../world/turns.js';
import type { DeskCase } from './department-case.js';

/** How often a department disputes a case that is its own. */
const WRONG_DISPUTE = 0.02;
/** After so many returns whoever gets the case handles it (指定办理). */
const MOST_RETURNS = 2;

/** What a department waits for where it cannot act alone. */
const AWAITED: readonly (readonly [Turn, string])[] = [
  ['onTheSpot', 'case.recalled'],
  ['whistle', 'whistle.blown'],
  ['meeting', 'meeting.decided'],
  ['claim', 'case.claimed'],
  ['watched', 'case.supervised'],
  ['hopeless', 'case.closed'],
];

/** What a department makes of a case that is its own: who has returned it already counts. */
export function planCase(
  seed: number,
  department: string,
  matter: MatterTruth | undefined,
  returnedBy: ReadonlySet<string>,
): Pick<DeskCase, 'plan' | 'wish' | 'awaits'> {
  if (isDisputed(seed, department, matter, returnedBy)) return { plan: 'return' };
  const takes = (turn: Turn): boolean => takesTurn(seed, turn, matter?.id);
  const wish = takes('extension') ? 'extension' : takes('suspension') ? 'suspension' : undefined;
  return { plan: 'handle', wish, awaits: AWAITED.find(([turn]) => takes(turn))?.[1] };
}

function isDisputed(seed: number, department: string, matter: MatterTruth | undefined, returnedBy: ReadonlySet<string>): boolean {
  if (!matter || returnedBy.has(department) || returnedBy.size >= MOST_RETURNS) return false;
  if (matter.department !== department) return true;
  return Random.of(seed, 'dispute', storyOf(matter.id), department).chance(WRONG_DISPUTE);
}
