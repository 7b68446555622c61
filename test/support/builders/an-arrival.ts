import type { CaseId, CategoryCode, ExternalId, PlatformId, RecordId, ReportId } from '#domain/ids.js';
import { blockKeys } from '#domain/matching/block-keys.js';
import { profileText } from '#domain/matching/text-profile.js';
import type { IdSource } from '#domain/ports/ids.js';
import type { Report } from '#domain/report/report.js';
import type { PromisedReport } from '#pipeline/batch.js';
import type { City } from '#pipeline/city.js';

const PARTS = ['井盖', '路灯', '垃圾', '积水', '噪音', '占道', '停车', '供暖', '漏水', '树枝', '围挡', '油烟'];
const DEEDS = ['破损', '不亮', '没人清理', '很深', '扰民', '影响通行', '乱停', '不热', '一直在漏', '掉落', '倒了', '熏人'];

const pick = <T>(values: readonly T[], index: number): T => values[index % values.length];

/** A report of the number's own that opens a case, ready to be written down but for its route. */
export function anArrival(index: number, at: Date, city: City, ids: IdSource): PromisedReport {
  const categories = [...city.reference.categories.keys()];
  const grid = pick([...city.reference.grids.values()], index * 7);
  const [[west, south]] = grid.ring;
  const place = {
    address: `${grid.community}${pick(['海川', '云帆', '松涛', '望月'], index)}路${1 + (index % 900)}号`,
    longitude: west + 0.006 * Math.random(),
    latitude: south + 0.005 * Math.random(),
    gridCode: grid.code,
    street: grid.street,
    community: grid.community,
  };
  const title = `${place.address}${pick(PARTS, index)}${pick(DEEDS, index * 3)}`;
  const report: Report = {
    id: ids.next<ReportId>(),
    platform: 'seed' as PlatformId,
    externalId: `S${index}` as ExternalId,
    reportedAt: at,
    sourceUpdatedAt: at,
    title,
    body: `${title}，已经${1 + (index % 30)}天了，门前还有${pick(PARTS, index * 5)}的问题，请派人来看看，编号${index}。`,
    nature: 'complaint',
    urgency: 'normal',
    category: pick(categories, index * 11) as CategoryCode,
    place,
  };
  const text = profileText(report.title, report.body, place.address);
  const { id: reportId, platform, externalId, reportedAt, category } = report;
  const subject = { reportId, platform, externalId, reportedAt, category, place, text };
  return {
    record: { id: '0' as RecordId, platform, externalId, receivedAt: at, bytes: new Uint8Array(0), isSealed: false },
    report,
    subject,
    blockKeys: blockKeys(subject),
    searchKeys: [],
    lockSlots: [],
    isEcho: false,
    decision: { kind: 'new' },
    caseId: ids.next<CaseId>(),
    promises: [],
  };
}
