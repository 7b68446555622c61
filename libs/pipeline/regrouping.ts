import type { Actor, Case, CaseFace } from '#domain/case/case.js';
import type { CaseCommand } from '#domain/case/case-command.js';
import { isFinal, type CaseStatus } from '#domain/case/case-status.js';
import type { AttachedReport } from '#domain/case/owed-messages.js';
import type { Absorption, GroupingEffect, ReportMove } from '#domain/case/grouping.js';
import { RejectedError } from '#domain/errors.js';
import type { CaseId, GroupingId } from '#domain/ids.js';
import type { CaseTransaction, KnownReport } from '#domain/ports/case-store.js';
import type { DueTarget } from '#domain/ports/delivery-store.js';
import type { IdSource } from '#domain/ports/ids.js';
import type { CaseChanges } from './case-changes.js';
import type { City } from './city.js';

/** What one change of the grouping works with. */
export interface RegroupingMeans {
  readonly transaction: CaseTransaction;
  readonly changes: CaseChanges;
  readonly city: City;
  readonly ids: IdSource;
  readonly at: Date;
  readonly actor: Actor;
  readonly id: GroupingId;
  readonly because: string;
}

/**
 * Moves reports between cases in hand. Each report takes along what it is owed: what its old case had not told it yet is
 * taken back, and its new case owes it an answer like everybody in it. What was said stays said.
 */
export class Regrouping {
  readonly moves: ReportMove[] = [];
  readonly opened: CaseId[] = [];
  readonly absorbed: Absorption[] = [];
  readonly faced: GroupingEffect['faced'][number][] = [];
  /** Whose answers are owed again. */
  readonly revived: DueTarget[] = [];
  private linked: GroupingEffect['linked'];
  private readonly stood = new Map<CaseId, CaseStatus>();

  constructor(readonly means: RegroupingMeans) {}

  /** The case as it stands now; remembered as touched. */
  case(id: CaseId): Case {
    const held = this.means.changes.find(id);
    if (!held) throw new Error(`case ${id} is not in hand`);
    if (!this.stood.has(id)) this.stood.set(id, held.status);
    return held;
  }

  touched(): Case[] {
    return [...this.stood.keys()].map((id) => this.case(id));
  }

  effect(): GroupingEffect {
    const { moves, opened, absorbed, faced, linked } = this;
    return { moves, opened, absorbed, faced, linked, stood: Object.fromEntries(this.stood) };
  }

  /** Moves some reports; both cases go on. A case that loses its oldest report shows the next one from then on. */
  async move(reports: readonly KnownReport[], from: CaseId, to: CaseId, face?: CaseFace): Promise<void> {
    await this.forget(reports, from, ['answer', 'progress']);
    this.leave(reports, from, to, await this.faceWithout(reports, from));
    await this.join(reports, from, to, face);
    await this.endOrConfirm(from, reports);
  }

  /** Moves all reports of a case, which ends by it. */
  async absorb(from: CaseId, into: CaseId, face?: CaseFace): Promise<void> {
    const { transaction, at, because, id: grouping } = this.means;
    const { lead, coHandlers } = this.case(from);
    const { number: intoNumber } = this.case(into);
    const reports = await transaction.groupings.reportsOfCase(from);
    const why = `superseded: merged into ${intoNumber}`;
    const departmentKnows = lead !== undefined && (await transaction.groupings.supersedeWebhooks(from, lead, why, at));
    // News on the way there were true, and are still told.
    await this.forget(reports, from, ['answer']);
    this.command(from, { command: 'merge', grouping, into, intoNumber, because, departmentKnows });
    this.leave(reports, from, into);
    this.absorbed.push({ caseId: from, into, lead, coHandlers });
    await this.join(reports, from, into, face);
  }

  /** 再次反映: says which closed case this one repeats, or no longer repeats. */
  link(caseId: CaseId, of: CaseId | undefined): void {
    const { changes, at, actor, because, id: grouping } = this.means;
    const before = this.case(caseId).recurrenceOf;
    if (of !== undefined) this.linked = { caseId, of, before };
    const ofNumber = of && changes.find(of)?.number;
    changes.happen(caseId, { type: 'case.recurrence_linked', at, actor, data: { grouping, of, ofNumber, because } }, []);
  }

  /** Asks a case for a move; throws RejectedError where it is not legal, and nothing of the whole change happens. */
  command(id: CaseId, command: CaseCommand, reports: readonly KnownReport[] = []): void {
    this.case(id);
    const outcome = this.means.changes.command(id, command, this.means.actor, reports.map(toAttached));
    if (outcome.kind === 'refused') throw new RejectedError(outcome.code, outcome.message);
  }

  private leave(reports: readonly KnownReport[], from: CaseId, to: CaseId, face?: CaseFace): void {
    const { changes, at, actor, because, id: grouping } = this.means;
    const { number: toNumber } = this.case(to);
    const reportIds = reports.map(({ id }) => id);
    if (face) this.faced.push({ caseId: from, before: faceOf(this.case(from)) });
    const data = { grouping, reportIds, to, toNumber, because, face };
    changes.happen(from, { type: 'reports.left', at, actor, data }, reports.map(toAttached));
    this.moves.push(...reportIds.map((reportId) => ({ reportId, from, to })));
  }

  private async join(reports: readonly KnownReport[], from: CaseId, to: CaseId, face?: CaseFace): Promise<void> {
    const { changes, at, actor, because, id: grouping } = this.means;
    const { number: fromNumber } = this.case(from);
    const reportIds = reports.map(({ id }) => id);
    const data = { grouping, reportIds, from, fromNumber, because, face };
    const owed = await this.withoutAnswer(reports, this.case(to));
    changes.happen(to, { type: 'reports.joined', at, actor, data }, owed.map(toAttached));
  }

  /** Who comes back to a case that has answered them is not answered again. */
  private async withoutAnswer(reports: readonly KnownReport[], { id, answer }: Case): Promise<KnownReport[]> {
    const waiting = reports.filter(({ withdrawnAt }) => withdrawnAt === undefined);
    if (answer === undefined) return waiting;
    const { groupings } = this.means.transaction;
    const given = await groupings.answersGiven(
      id,
      waiting.map((report) => report.id),
      answer.at,
    );
    const cancelled = given.filter(({ isCancelled }) => isCancelled);
    const platforms = await groupings.revive(
      cancelled.map((one) => one.id),
      this.means.at,
    );
    this.revived.push(...platforms.map((target) => ({ channel: 'write-back' as const, target })));
    return waiting.filter((report) => !given.some(({ reportId }) => reportId === report.id));
  }

  private async forget(reports: readonly KnownReport[], from: CaseId, types: readonly string[]): Promise<void> {
    const ids = reports.map(({ id }) => id);
    const why = 'superseded: the report moved to another case';
    await this.means.transaction.groupings.supersedeWriteBacks(from, ids, types, why, this.means.at);
  }

  /** Absent while the case's oldest report stays. */
  private async faceWithout(leaving: readonly KnownReport[], from: CaseId): Promise<CaseFace | undefined> {
    const all = await this.means.transaction.groupings.reportsOfCase(from);
    const isLeaving = new Set(leaving.map(({ id }) => id));
    const oldest = all.find(({ id }) => !isLeaving.has(id));
    return oldest === undefined || oldest === all[0] ? undefined : faceOf(oldest);
  }

  /** A case without anybody left to answer ends; and the answer that fell away may have been the last one it waited for. */
  private async endOrConfirm(id: CaseId, gone: readonly KnownReport[]): Promise<void> {
    const { transaction, changes } = this.means;
    const { status } = this.case(id);
    if (isFinal(status)) return;
    const left = (await transaction.reportsOf(id)).filter(
      (report) => !report.withdrawn && !gone.some((one) => one.id === report.id),
    );
    if (left.length === 0) this.command(id, { command: 'withdraw', because: '其余诉求人已撤销' });
    else if (status === 'handled' && (await transaction.openAnswers(id)).length === 0) {
      changes.command(id, { command: 'confirm-answers' }, 'hub', []);
    }
  }
}

export const faceOf = ({ title, category, nature, urgency, place }: CaseFace): CaseFace => ({
  title,
  category,
  nature,
  urgency,
  place,
});

export const toAttached = ({ id, platform, externalId, body, withdrawnAt }: KnownReport): AttachedReport => ({
  id,
  platform,
  externalId,
  body,
  withdrawn: withdrawnAt !== undefined,
});
