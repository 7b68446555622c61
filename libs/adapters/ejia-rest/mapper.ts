import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import type { Evaluation, ReportDraft, SolvedOnTheSpot } from '#domain/report/report.js';
import type { FieldReader } from '../formats/field-reader.js';
import { gridCodeOf, jsonFields, present, readRecord, reporterOf } from '../formats/read-record.js';
import type { Identity } from '../formats/read-record.js';
import { natureOf, titleOf } from '../formats/vocabulary.js';
import type { EjiaRestSettings } from './config.js';
import { EJIA_TIMES } from './times.js';

const WITHDRAWN: ReadonlySet<string> = new Set(['已撤销', '已撤回', '已删除']);

const EVALUATIONS: ReadonlyMap<string, readonly [solved: boolean, satisfied: boolean]> = new Map([
  ['解决且满意', [true, true]],
  ['解决但不满意', [true, false]],
  ['未解决', [false, false]],
]);

function evaluationOf(row: FieldReader, updatedAt: Date): Evaluation | undefined {
  const evaluate = row.inner('evaluate');
  const word = evaluate?.text('result')?.trim();
  if (!evaluate || word === undefined) return undefined;
  const read = EVALUATIONS.get(word);
  if (!read) evaluate.fault('result', `不认识的评价：${word.slice(0, 20)}`);
  return read && { solved: read[0], satisfied: read[1], at: evaluate.instant('time') ?? updatedAt };
}

/** 志愿认领: what the platform's own volunteers do about a request. */
interface Claim {
  readonly note: string;
  readonly solved?: SolvedOnTheSpot | undefined;
}

/**
 * A claim is a promise of the platform's, not an end: a volunteer may give up, and a report that was taken back never comes
 * to life again. So a claimed request stays a report, and its text says that somebody is on the way. One that volunteers
 * have finished was solved on the spot, unless the resident says otherwise.
 */
function claimOf(row: FieldReader, evaluation: Evaluation | undefined): Claim | undefined {
  const claim = row.inner('claim');
  if (!claim) return undefined;
  const { claimed, finished } = { claimed: claim.instant('claimTime'), finished: claim.instant('finishTime') };
  if (finished) {
    const when = claim.text('finishTime') ?? '';
    const by = claim.text('team');
    const solved = evaluation?.solved === false ? undefined : present({ how: '志愿者已完成服务', at: finished, by });
    return { note: `【志愿服务】志愿者已完成服务（${when}）`, solved };
  }
  return claimed && { note: `【志愿认领】已由志愿者认领（${claim.text('claimTime') ?? ''}）` };
}

function readRequest(row: FieldReader, identity: Identity, settings: EjiaRestSettings): ReportDraft {
  const text = row.requiredText('content');
  const service = row.text('serviceType')?.trim();
  const word = row.text('appealType');
  const evaluation = evaluationOf(row, identity.sourceUpdatedAt);
  const isAnswered = row.inner('feedback')?.text('ref') !== undefined || row.hasItems('followUpRefs');
  const claim = claimOf(row, evaluation);
  return present({
    ...identity,
    reportedAt: row.requiredInstant('submitTime'),
    title: row.text('title') ?? titleOf(text),
    body: claim ? `${text}\n${claim.note}` : text,
    // residents ask their community to do something
    nature: word === undefined ? ('help' as const) : natureOf(word),
    urgency: 'normal' as const,
    sourceCategory: service === undefined ? undefined : { system: settings.categorySystem, code: service, name: service },
    place: present({
      address: row.text('address'),
      street: row.text('street'),
      community: row.text('community'),
      gridCode: gridCodeOf(row.text('gridCode')?.trim()),
      ...row.point('lng', 'lat', settings.coordinates),
    }),
    reporter: reporterOf(row.text('residentName'), row.text('residentPhone')),
    evaluation,
    solvedOnTheSpot: isAnswered ? undefined : claim?.solved,
    echo: isAnswered && !evaluation ? true : undefined,
  });
}

/** A service request of the platform → what it says. */
export function mapRequest(bytes: Uint8Array, settings: EjiaRestSettings): MappedRecord {
  return readRecord(
    jsonFields(bytes),
    { zone: settings.zone, formats: EJIA_TIMES },
    {
      identity: (row) => ({
        externalId: as<ExternalId>(row.requiredText('serviceId').trim()),
        sourceUpdatedAt: row.requiredInstant('updateTime'),
      }),
      withdrawn: (row) => WITHDRAWN.has(row.text('status')?.trim() ?? ''),
      report: (row, identity) => readRequest(row, identity, settings),
    },
  );
}
