import { daysAhead } from '../../world/days-ahead.js';
import { takesTurn } from '../../world/turns.js';
import { isAtWork } from '../duty.js';
import type { Duty } from '../duty.js';

/** The hub takes a meeting's hour for the time by which it has decided; people sit down long before. */
const DECIDED_BY_MS = 60_000;
const SITS_DOWN_MS = 800;

/** 居民议事, 会商: a few matters need a meeting, one a case. */
export function callMeeting(seed: number, pace: number): Duty {
  return {
    name: 'meetingsCalled',
    isFor: (line, matter) => isAtWork(line) && takesTurn(seed, 'meeting', matter?.id),
    decide: ({ line, page, now, luck }) => {
      if (page.case.proceedings.meetings.length > 0) return undefined;
      const kind = luck('meeting').pick(['residents', 'departments'] as const);
      const participants =
        kind === 'residents' ? ['居民代表', '社区书记', '承办单位'] : ['街道办事处', '承办单位', '物业服务企业'];
      const at = new Date(now.getTime() + DECIDED_BY_MS * pace).toISOString();
      return { command: 'call-meeting', kind, subject: `“${line.title}”处理方案`, at, participants };
    },
  };
}

/** 议定: as soon as all have come together it is decided, and whoever has the case promises something for a day. */
export function decideMeeting(seed: number, pace: number): Duty {
  return {
    name: 'meetingsDecided',
    isFor: (_line, matter) => takesTurn(seed, 'meeting', matter?.id),
    decide: ({ page, now, luck }) => {
      const called = page.case.proceedings.meetings.find(({ decision }) => decision === undefined);
      if (called === undefined || !page.commands.includes('decide-meeting')) return undefined;
      const calledAt = Date.parse(called.at) - DECIDED_BY_MS * pace;
      if (now.getTime() < calledAt + SITS_DOWN_MS * pace) return 'later';
      const { lead } = page.case;
      const dueAt = daysAhead(now, luck('promise').int(3, 10));
      const commitments = lead === null ? [] : [{ department: lead.id, what: '按议定方案完成整治并回访居民', dueAt }];
      return { command: 'decide-meeting', meeting: called.id, decision: '同意整治方案，由承办单位按期落实', commitments };
    },
  };
}
