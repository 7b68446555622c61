import type { Case } from './case.js';
import type { CaseCommand } from './case-command.js';
import type { CommandName } from './case-status.js';
import type { CommandOf } from './deeds.js';
import type { Instant, Proceedings, WhistleCall } from './proceedings.js';

type Terms = {
  readonly [Name in CommandName]?: (command: CommandOf<Name>, proceedings: Proceedings, now: Date) => string | undefined;
};

const untilLater = ({ until }: { readonly until: Instant }, _proceedings: Proceedings, now: Date): string | undefined =>
  notLater(until, now, 'until');

/** What can be wrong with what a legal command says. */
const TERMS: Terms = {
  'request-extension': untilLater,
  'request-suspension': untilLater,
  suspend: untilLater,
  claim: ({ dueAt }, _proceedings, now) => notLater(dueAt, now, 'dueAt'),
  'blow-whistle': ({ departments }) => (departments.length === 0 ? 'a whistle calls at least one department' : undefined),
  'check-in': ({ whistle, department }, proceedings) => {
    const call = callOf(proceedings, whistle, department);
    if (call === undefined) return `whistle ${whistle} did not call ${department}`;
    return call.checkedInAt === undefined ? undefined : `${department} has checked in already`;
  },
  'score-whistle': ({ whistle, called, score }, proceedings) => {
    if (callOf(proceedings, whistle, called)?.checkedInAt === undefined) {
      return `${called} has not checked in at whistle ${whistle}`;
    }
    return score >= 0 && score <= 100 ? undefined : 'score must be between 0 and 100';
  },
  'decide-meeting': ({ meeting, commitments }, { meetings }, now) => {
    const isOpen = meetings.some(({ id, decision }) => id === meeting && decision === undefined);
    if (!isOpen) return `there is no open meeting ${meeting}`;
    return commitments.map(({ dueAt }) => notLater(dueAt, now, 'dueAt')).find((fault) => fault !== undefined);
  },
  'report-commitment': isOwnCommitment,
  'keep-commitment': isOwnCommitment,
};

/** What is wrong with what a legal command says, in English; undefined when nothing is. */
export function faultIn(command: CaseCommand, { proceedings }: Case, now: Date): string | undefined {
  const terms = TERMS[command.command] as
    ((command: CaseCommand, proceedings: Proceedings, now: Date) => string | undefined) | undefined;
  return terms?.(command, proceedings, now);
}

function isOwnCommitment(
  { department, commitment }: CommandOf<'report-commitment' | 'keep-commitment'>,
  { commitments }: Proceedings,
): string | undefined {
  const made = commitments.find(({ id }) => id === commitment);
  if (made?.department !== department) return `commitment ${commitment} is not ${department}'s`;
  return made.keptAt === undefined ? undefined : `commitment ${commitment} has been kept already`;
}

const notLater = (instant: Instant, now: Date, field: string): string | undefined =>
  Date.parse(instant) > now.getTime() ? undefined : `${field} must be later than now`;

const callOf = ({ whistles }: Proceedings, whistle: number, department: string): WhistleCall | undefined =>
  whistles.find(({ id }) => id === whistle)?.calls.find((call) => call.department === department);
