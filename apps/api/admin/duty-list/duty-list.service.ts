import { Inject, Injectable } from '@nestjs/common';
import { formatFault } from '#config/config-fault.js';
import type { DutySeed } from '#config/duty-seed.js';
import { RejectedError } from '#domain/errors.js';
import { Clock } from '#domain/ports/clock.js';
import type { DutyVersion } from '#domain/ports/duty-book.js';
import { IdSource } from '#domain/ports/ids.js';
import type { DutyList } from '#domain/routing/duty-list.js';
import { compareDuties, editDuties, type DutyChange, type DutyEdit, type OwnDuties } from '#domain/routing/own-duties.js';
import { LiveDutyList } from '#pipeline/live-duty-list.js';
import type { PageRequest } from '#storage/reading/page.js';
import { DutyDrafts, type DutyDraft } from '#storage/reference/duty-drafts.js';
import { SqlDutyBook, type NewDuties } from '#storage/reference/sql-duty-book.js';
import type { PublishDto, RollbackDto } from './duty-list.dto.js';

/** The duties of the configuration folder, and what follows when others take their place. */
export const DUTY_SEED = Symbol('duty seed');

/** Own duties as an editor sees them: what they say, how `duties.yaml` would, and all that is wrong with them. */
export interface DutiesView {
  readonly own: OwnDuties;
  readonly yaml: string;
  readonly faults: readonly { readonly path: string; readonly line?: number; readonly message: string }[];
}

/** 责任清单, edited: drafts, publishing and rolling back. */
@Injectable()
export class DutyListService {
  constructor(
    @Inject(DUTY_SEED) private readonly seed: DutySeed,
    private readonly live: LiveDutyList,
    private readonly book: SqlDutyBook,
    private readonly drafts: DutyDrafts,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  async current() {
    const published = await this.book.newerThan(0);
    return this.versionView(published ?? this.seeded());
  }

  async version(version: number) {
    return this.versionView(await this.find(version));
  }

  versions(page: PageRequest) {
    return this.book.page(page);
  }

  async openDrafts(page: PageRequest) {
    const { items, ...more } = await this.drafts.open(page);
    return { items: items.map(({ own: _own, ...draft }) => draft), ...more };
  }

  drop(id: string, version: number): Promise<void> {
    return this.drafts.drop(id, version);
  }

  async draft(id: string) {
    return this.draftView(await this.drafts.find(id));
  }

  async make(edits: readonly DutyEdit[], by: string) {
    const base = (await this.book.newerThan(0)) ?? this.seeded();
    const id = this.ids.next();
    await this.drafts.add({ id, base: base.version, own: editDuties(base.own, edits) }, by, this.clock.now());
    return this.draft(id);
  }

  async edit(id: string, version: number, edits: readonly DutyEdit[], by: string) {
    return this.draftView(await this.drafts.change(id, version, by, this.clock.now(), (own) => editDuties(own, edits)));
  }

  /** What the draft changes of the version it was made from; `current` is the one that is live meanwhile. */
  async diff(id: string): Promise<{ readonly base: number; readonly current: number; readonly changes: readonly DutyChange[] }> {
    const { base, own } = await this.drafts.find(id);
    const current = (await this.book.newerThan(0))?.version ?? 0;
    return { base, current, changes: compareDuties((await this.find(base)).own, own) };
  }

  /** The list a draft would be; throws `DUTY_LIST_INVALID` with every fault. */
  async laidDraft(id: string): Promise<DutyList> {
    return this.laid((await this.drafts.find(id)).own);
  }

  async publish(id: string, { version, because, requestId }: PublishDto, by: string, address: string) {
    const draft = await this.drafts.find(id);
    this.laid(draft.own);
    const before = await this.find(draft.base);
    const changes = compareDuties(before.own, draft.own).length;
    const data = { draft: id, base: draft.base, changes };
    return this.goLive({
      ...{ own: draft.own, base: draft.base, because, by, at: this.clock.now(), requestId, draft: { id, version } },
      entry: { actor: by, action: 'duty-list.publish', subject: `duty-list/${draft.base + 1}`, reason: because, data, address },
    });
  }

  async rollBack({ to, version, because, requestId }: RollbackDto, by: string, address: string) {
    const { own } = await this.find(to);
    this.laid(own);
    const subject = `duty-list/${version + 1}`;
    return this.goLive({
      ...{ own, base: version, because, by, at: this.clock.now(), requestId, restores: to },
      entry: {
        actor: by,
        action: 'duty-list.roll-back',
        subject,
        reason: because,
        data: { base: version, restores: to },
        address,
      },
    });
  }

  /** This process routes by it at once, every other within seconds. */
  private async goLive(next: NewDuties) {
    const { own: _own, ...published } = await this.book.publish(next);
    await this.live.refresh();
    return published;
  }

  private seeded(): DutyVersion {
    return { version: 0, own: this.seed.own, base: 0, because: 'duties.yaml', by: '-', at: new Date(0) };
  }

  private find(version: number): Promise<DutyVersion> {
    if (version === 0) return Promise.resolve(this.seeded());
    return this.book.version(version);
  }

  private versionView({ own, version, base, ...published }: DutyVersion) {
    return { version, ...(version > 0 && { base, ...published }), ...this.view(own) };
  }

  private draftView({ own, ...draft }: DutyDraft) {
    return { ...draft, ...this.view(own) };
  }

  private view(own: OwnDuties): DutiesView {
    const { yaml, faults } = this.seed.lay(own);
    return { own, yaml, faults: faults.map(({ path, line, message }) => ({ path, line, message })) };
  }

  private laid(own: OwnDuties): DutyList {
    const { duties, faults } = this.seed.lay(own);
    if (duties) return duties;
    const details = Object.fromEntries(faults.map(({ file, path, message }) => [path || file, message]));
    throw new RejectedError('DUTY_LIST_INVALID', faults.map(formatFault).join('; '), { details });
  }
}
