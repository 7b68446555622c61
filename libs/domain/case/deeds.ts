import type { StagePolicy } from '../deadline/stage-policy.js';
import type { Actor, Case, CaseEvent } from './case.js';
import type { CaseCommand } from './case-command.js';
import type { CommandName } from './case-status.js';

export type CommandOf<Name extends CommandName> = Extract<CaseCommand, { command: Name }>;

/** When an event happened and who made it happen. */
export interface Stamp {
  readonly at: Date;
  readonly actor: Actor;
}

/** What each of some commands makes happen to a case that allows it. */
export type Deeds<Names extends CommandName> = {
  readonly [Name in Names]: (by: Stamp, command: CommandOf<Name>, current: Case, stages: StagePolicy) => CaseEvent[];
};
