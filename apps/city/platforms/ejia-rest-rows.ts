import { createHash } from 'node:crypto';
import type { CityRecord } from '../world/city-record.js';
import type { Defect } from './broken-extras.js';
import { followUpRefs, shownAnswer } from './city-answers.js';
import type { CityContext } from './city-context.js';
import { degrees, pointOf } from './city-coordinates.js';
import { localText } from './city-time.js';

const FORMAT = 'yyyy-MM-dd HH:mm:ss';
const SYSTEM = 'ejia-service@1';

/** Every fourth plea for help is claimed by volunteers as it comes in. */
const isClaimed = ({ nature, externalId }: CityRecord): boolean =>
  nature === '求助' && createHash('sha1').update(externalId).digest()[0] % 4 === 0;

function claimOf(record: CityRecord): unknown {
  return isClaimed(record) ? { team: '邻里互助队', claimTime: localText(record.reportedAt, FORMAT), finishTime: null } : null;
}

function feedbackOf(record: CityRecord): unknown {
  const shown = shownAnswer(record);
  return shown ? { ref: shown.reference, text: shown.text, dept: shown.department, time: localText(shown.at, FORMAT) } : null;
}

function evaluateOf({ evaluation }: CityRecord): unknown {
  if (!evaluation) return null;
  const result = evaluation.solved ? (evaluation.satisfied ? '解决且满意' : '解决但不满意') : '未解决';
  return { result, time: localText(evaluation.at, FORMAT) };
}

function statusOf(record: CityRecord): string {
  if (record.withdrawn) return '已撤销';
  if (shownAnswer(record)) return '已回复';
  return isClaimed(record) ? '已认领' : '待认领';
}

/** A service request as the platform shows it. */
export function serviceRequest(record: CityRecord, context: CityContext, defect?: Defect): Record<string, unknown> {
  const point = pointOf(record, 'BD09');
  return {
    serviceId: record.externalId,
    submitTime: defect === 'broken-time' ? '2026-13-01 08:61' : localText(record.reportedAt, FORMAT),
    updateTime: localText(record.updatedAt, FORMAT),
    title: record.title || null,
    content: defect === 'missing-field' ? null : record.body,
    appealType: record.nature,
    serviceType: context.categoryCode(SYSTEM, record.category) || null,
    residentName: record.reporter.name || null,
    residentPhone: record.reporter.phone || null,
    street: record.place.street,
    community: record.place.community || null,
    gridCode: record.place.gridCode,
    address: record.place.address,
    lng: degrees(point?.[0]),
    lat: degrees(point?.[1]),
    status: statusOf(record),
    claim: claimOf(record),
    feedback: feedbackOf(record),
    followUpRefs: followUpRefs(record),
    evaluate: evaluateOf(record),
  };
}
