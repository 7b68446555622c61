import type { Case } from './case.js';
import type { CaseCommand } from './case-command.js';
import type { Instant } from './proceedings.js';

/** What is wrong with what a legal command says, in English; undefined when nothing is. */
export function faultIn(command: CaseCommand, { proceedings }: Case, now: Date): string | undefined {
  switch (command.command) {
    case 'request-extension':
    case 'request-suspension':
    case 'suspend':
      return notLater(command.until, now, 'until');
    case 'claim':
      return notLater(command.dueAt, now, 'dueAt');
    case 'blow-whistle':
      return command.departments.length === 0 ? 'a whistle calls at least one department' : undefined;
    case 'check-in': {
      const call = callOf(proceedings, command.whistle, command.department);
      if (call === undefined) return `whistle ${command.whistle} did not call ${command.department}`;
      return call.checkedInAt === undefined ? undefined : `${command.department} has checked in already`;
    }
    case 'score-whistle': {
      const call = callOf(proceedings, command.whistle, command.called);
      if (call?.checkedInAt === undefined) return `${command.called} has not checked in at whistle ${command.whistle}`;
      return command.score >= 0 && command.score <= 100 ? undefined : 'score must be between 0 and 100';
    }
    case 'decide-meeting': {
      const meeting = proceedings.meetings.find(({ id }) => id === command.meeting);
      if (meeting?.decision !== undefined || meeting === undefined) return `there is no open meeting ${command.meeting}`;
      return command.commitments.map(({ dueAt }) => notLater(dueAt, now, 'dueAt')).find((fault) => fault !== undefined);
    }
    case 'report-commitment':
    case 'keep-commitment': {
      const made = proceedings.commitments.find(({ id }) => id === command.commitment);
      if (made?.department !== command.department) return `commitment ${command.commitment} is not ${command.department}'s`;
      return made.keptAt === undefined ? undefined : `commitment ${command.commitment} has been kept already`;
    }
    default:
      return undefined;
  }
}

const notLater = (instant: Instant, now: Date, field: string): string | undefined =>
  Date.parse(instant) > now.getTime() ? undefined : `${field} must be later than now`;

const callOf = ({ whistles }: Case['proceedings'], whistle: number, department: string) =>
  whistles.find(({ id }) => id === whistle)?.calls.find((call) => call.department === department);
