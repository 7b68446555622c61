import type { CaseCommand } from '../case/case-command.js';
import type { RunningClock } from './running-clock.js';
import type { StagePolicy } from './stage-policy.js';

/** What a clock asks for when it rings. */
export type Ring =
  | { readonly kind: 'warn' }
  | { readonly kind: 'command'; readonly command: CaseCommand }
  /** The ladder has no rung for it. */
  | { readonly kind: 'silence' };

/** 临期 → 催办 → 督办 → 领导督办; a suspension that is over ends, and a look-back whose day has come is opened. */
export function ringOf({ name, rung, because }: RunningClock, { ladder }: StagePolicy): Ring {
  if (name === 'suspension') return { kind: 'command', command: { command: 'resume', because: '挂账期满' } };
  if (name === 'look-back') return { kind: 'command', command: { command: 'open-look-back' } };
  if (rung === 0) return { kind: 'warn' };
  const step = ladder.at(rung - 1);
  if (step === undefined) return { kind: 'silence' };
  const { level } = step;
  return {
    kind: 'command',
    command: { command: 'supervise', level, because: `${because}, 已到期`, clock: name },
  };
}
