import type { CategoryCode, ExternalId, PlatformId, ReportId, CaseId, RecordId } from '#domain/ids.js';
import { blockKeys } from '#domain/matching/block-keys.js';
import { profileText } from '#domain/matching/text-profile.js';
import type { CaseStore } from '#domain/ports/case-store.js';
import type { IdSource } from '#domain/ports/ids.js';
import type { Report } from '#domain/report/report.js';
import type { PromisedReport } from '#pipeline/batch.js';
import { CaseChanges } from '#pipeline/case-changes.js';
import type { City } from '#pipeline/city.js';
import { promiseDueTimes } from '#pipeline/steps/promise.js';
import { routeNewCases } from '#pipeline/steps/route.js';
import { writeDown } from '#pipeline/steps/write-down.js';

const AT_ONCE = 1_000;
const PARTS = ['井盖', '路灯', '垃圾', '积水', '噪音', '占道', '停车', '供暖', '漏水', '树枝', '围挡', '油烟'];
const DEEDS = ['破损', '不亮', '没人清理', '很深', '扰民', '影响通行', '乱停', '不热', '一直在漏', '掉落', '倒了', '熏人'];

/** Fills a database with open cases, each with one report, through the same steps that write any case. */
export async function seedOpenCases(count: number, store: CaseStore, city: City, ids: IdSource): Promise<void> {
  for (let done = 0; done < count; done += AT_ONCE) {
    const at = new Date(Date.now() - 86_400_000 * 20 * Math.random());
    await store.inTransaction(async (transaction) => {
      const changes = new CaseChanges(at, city.reference, ids, city.revisitWaitMs);
      const opened = Array.from({ length: Math.min(AT_ONCE, count - done) }, (_, index) =>
        anOpening(done + index, at, city, ids),
      );
      await writeDown(transaction, promiseDueTimes(routeNewCases(opened, city), city, at), changes);
    });
  }
}

const pick = <T>(values: readonly T[], index: number): T => values[index % values.length];

function anOpening(index: number, at: Date, city: City, ids: IdSource): PromisedReport {
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
    record: { id: '0' as RecordId, platform, externalId, receivedAt: at, bytes: new Uint8Array(0) },
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
