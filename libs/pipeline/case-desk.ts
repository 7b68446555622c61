import type { Actor, Case } from '#domain/case/case.js';
import type { CaseCommand } from '#domain/case/case-command.js';
import type { CommandOutcome } from '#domain/case/decide-case.js';
import { legalCommands } from '#domain/case/legal-commands.js';
import { RejectedError } from '#domain/errors.js';
import type { CaseId, CaseNumber } from '#domain/ids.js';
import type { AnswerableReport, CaseStore, CaseTransaction, ReceiptAnswer } from '#domain/ports/case-store.js';
import type { Clock } from '#domain/ports/clock.js';
import type { DueTarget } from '#domain/ports/delivery-store.js';
import type { Doorbell } from '#domain/ports/doorbell.js';
import type { IdSource } from '#domain/ports/ids.js';
import { routeCase } from '#domain/routing/route-case.js';
import { CaseChanges } from './case-changes.js';
import type { City } from './city.js';
import { holdCases } from './hold-cases.js';
import { ringsFor } from './rings.js';

/** 退单轮次, after which a case is not passed on any more. */
const MOST_RETURNS = 2;

/** Names the message somebody sent, so that the same message twice has one effect and one answer. */
export interface MessageIdentity {
  /** A department's id, or the operator as an actor. */
  readonly sender: string;
  readonly messageId: string;
  readonly bodyHash: Uint8Array;
}

export interface CommandRequest {
  readonly number: CaseNumber;
  readonly command: CaseCommand;
  readonly actor: Actor;
  /** The version the sender has seen; a case that has moved on refuses. Absent: whatever it is. */
  readonly expectedVersion?: number;
  readonly message?: MessageIdentity;
}

/** A command's outcome and where the case stands after it; `isRepeat`: this is the answer given the first time. */
export interface CommandAnswer extends ReceiptAnswer {
  readonly isRepeat: boolean;
}

/** The counter at which commands are handed in, whoever they come from: operators, departments, timers. */
export class CaseDesk {
  constructor(
    private readonly store: CaseStore,
    private readonly city: City,
    private readonly doorbell: Doorbell,
    private readonly means: { readonly clock: Clock; readonly ids: IdSource },
  ) {}

  /** Throws RejectedError `CASE_UNKNOWN`; every other refusal is an outcome. */
  async execute(request: CommandRequest): Promise<CommandAnswer> {
    const { answer, owed } = await this.store.inTransaction((transaction) => this.executeIn(transaction, request));
    await this.doorbell.ring(ringsFor(owed));
    return answer;
  }

  private async executeIn(
    transaction: CaseTransaction,
    request: CommandRequest,
  ): Promise<{ answer: CommandAnswer; owed: DueTarget[] }> {
    const stored = await transaction.lockCaseByNumber(request.number);
    if (!stored) throw new RejectedError('CASE_UNKNOWN', `there is no case ${request.number}`);
    const repeated = request.message && (await answerGivenBefore(transaction, request.message));
    if (repeated) return { answer: { ...repeated, isRepeat: true }, owed: [] };
    const changes = CaseChanges.in(this.city, this.means);
    await holdCases(transaction, changes, [stored.id]);
    const outcome = await this.move(transaction, stored, request, changes);
    const answer = toAnswer(changes.find(stored.id) ?? stored, outcome);
    if (request.message) await transaction.keepReceipt({ ...request.message, receivedAt: this.means.clock.now(), answer });
    await transaction.save(changes.toSet());
    return { answer: { ...answer, isRepeat: false }, owed: changes.dueTargets() };
  }

  private async move(
    transaction: CaseTransaction,
    stored: Case,
    request: CommandRequest,
    changes: CaseChanges,
  ): Promise<CommandOutcome> {
    const { command, actor, expectedVersion } = request;
    if (expectedVersion !== undefined && expectedVersion !== stored.version) return staleRefusal(stored, expectedVersion);
    const reports = await transaction.reportsOf(stored.id);
    const outcome = changes.command(stored.id, command, actor, reports);
    if (outcome.kind === 'accepted' && command.command === 'return') this.routeAgain(stored.id, changes, reports);
    return outcome;
  }

  /**
   * 退单: the next department in line gets the case, when the duty list names one that has not returned it, or the learned
   * router is sure of one. After two rounds whoever the city named for it gets it and keeps it (兜底); without one the case
   * waits for a consultation (会商).
   */
  private routeAgain(id: CaseId, changes: CaseChanges, reports: readonly AnswerableReport[]): void {
    const returned = changes.find(id);
    if (!returned) return;
    const { category, nature, place, title, returnedBy } = returned;
    const { duties } = this.city.reference;
    if (returnedBy.length >= MOST_RETURNS) {
      if (duties.backstop === undefined) return;
      const because = `${returnedBy.length} 轮退单，由兜底单位办理，不再退单`;
      const command = { command: 'dispatch', lead: duties.backstop, rule: 'backstop', mode: 'backstop', because } as const;
      changes.command(id, command, 'hub', reports);
      return;
    }
    const subject = { category, nature, place, title, body: reports[0]?.body ?? '', returnedBy };
    const route = routeCase(subject, duties, this.city.learnedRouter);
    if (route.kind === 'held') return;
    const { lead, coHandlers, rule, because } = route;
    changes.command(id, { command: 'dispatch', lead, coHandlers, rule, because }, 'hub', reports);
  }
}

/** Throws RejectedError `CALLBACK_REPLAYED` when the id was used before for another body. */
async function answerGivenBefore(transaction: CaseTransaction, message: MessageIdentity): Promise<ReceiptAnswer | undefined> {
  const receipt = await transaction.findReceipt(message.sender, message.messageId);
  if (!receipt) return undefined;
  if (Buffer.compare(receipt.bodyHash, message.bodyHash) === 0) return receipt.answer;
  throw new RejectedError('CALLBACK_REPLAYED', `message ${message.messageId} was another body before`);
}

function toAnswer(current: Case, outcome: CommandOutcome): ReceiptAnswer {
  const { number, status, version } = current;
  if (outcome.kind === 'accepted') return { number, status, version, outcome: 'accepted', legal: legalCommands(current) };
  const { code, message, legal } = outcome;
  return { number, status, version, outcome: 'refused', code, message, legal };
}

const staleRefusal = (current: Case, seen: number): CommandOutcome => ({
  kind: 'refused',
  code: 'CASE_VERSION_STALE',
  message: `the case is at version ${current.version}, the sender saw ${seen}`,
  legal: legalCommands(current),
});
