import { as } from '#domain/ids.js';
import type { PlatformId, ReportId } from '#domain/ids.js';
import { OperatorError, TransientError, toHubError } from '#domain/errors.js';
import type { Cursor, Fault, MappedRecord, PlatformAdapter, PulledPage } from '#domain/ports/platform-adapter.js';
import { normaliseReport } from '#domain/report/normalise-report.js';
import { UNCLASSIFIED } from '#domain/report/report.js';
import type { City } from '#pipeline/city.js';
import type { CheckLine } from './adapter-check-line.js';
import { WHO, fine, note, wrong } from './adapter-check-line.js';

const MOST_NAMED = 5;

/** Pulls one page and reads it as the pipeline would; nothing is kept, the cursor stays where it is. */
export async function pageLines(
  adapter: PlatformAdapter,
  platform: PlatformId,
  cursor: Cursor | undefined,
  { city, now, signal }: { city: City; now: Date; signal: AbortSignal },
): Promise<CheckLine[]> {
  if (!adapter.pull) return [note('取数', '由平台推送，不主动拉取')];
  try {
    const page = await firstFull(adapter, cursor, signal);
    if (!page) return [fine('取数', '可以拉取，现在没有记录')];
    const tally = new PageTally(platform, city, now);
    for (const { bytes } of page.records) tally.read(adapter.map(bytes));
    for (const { faults } of page.unreadable) tally.reject(faults);
    return tally.lines();
  } catch (thrown) {
    const { message } = toHubError(thrown);
    const who = thrown instanceof OperatorError ? WHO.operator : thrown instanceof TransientError ? WHO.platform : WHO.developer;
    return [wrong('取数', who, `拉取一页失败：${message}`)];
  }
}

/** What comes next from where the hub stands; when that is nothing, what stands at the beginning. */
async function firstFull(
  adapter: PlatformAdapter,
  cursor: Cursor | undefined,
  signal: AbortSignal,
): Promise<PulledPage | undefined> {
  for (const from of cursor === undefined ? [undefined] : [cursor, undefined]) {
    for await (const page of adapter.pull?.(from, signal) ?? []) {
      if (page.records.length + page.unreadable.length > 0) return page;
    }
  }
  return undefined;
}

class PageTally {
  private readable = 0;
  private withdrawn = 0;
  private rejected = 0;
  private unclassified = 0;
  private readonly faults = new Set<string>();
  private readonly codes = new Set<string>();

  constructor(
    private readonly platform: PlatformId,
    private readonly city: City,
    private readonly now: Date,
  ) {}

  read(mapped: MappedRecord): void {
    if (mapped.kind === 'rejected') return this.reject(mapped.faults);
    if (mapped.kind === 'withdrawal') {
      this.withdrawn++;
      return;
    }
    const identity = { id: as<ReportId>('check'), platform: this.platform, sealed: {}, receivedAt: this.now };
    const read = normaliseReport(mapped.draft, identity, this.city.reference, (...point) => this.city.findGrid(...point));
    if (read.kind === 'rejected') return this.reject(read.faults);
    this.readable++;
    if (read.report.category !== UNCLASSIFIED) return;
    this.unclassified++;
    const { system, code } = mapped.draft.sourceCategory ?? { system: '', code: '（空）' };
    this.codes.add(`${system} ${code}`.trim());
  }

  reject(faults: readonly Fault[]): void {
    this.rejected++;
    for (const { field, message } of faults) this.faults.add(field === '' ? message : `${field} ${message}`);
  }

  lines(): CheckLine[] {
    const counts = `可读 ${this.readable} 条，撤回 ${this.withdrawn} 条，不可读 ${this.rejected} 条`;
    const who = this.readable + this.withdrawn === 0 ? WHO.developer : WHO.platform;
    const reading = this.rejected === 0 ? fine('取数', counts) : wrong('取数', who, `${counts}：${some(this.faults)}`);
    if (this.readable === 0) return [reading];
    if (this.unclassified === 0) return [reading, fine('分类', '全部能对上')];
    const says = `待归类 ${this.unclassified} 条，mappings 中没有这些代码：${some(this.codes)}`;
    return [reading, wrong('分类', WHO.operator, says)];
  }
}

function some(all: ReadonlySet<string>): string {
  const named = [...all].slice(0, MOST_NAMED).join('；');
  return all.size > MOST_NAMED ? `${named}；等 ${all.size} 种` : named;
}
