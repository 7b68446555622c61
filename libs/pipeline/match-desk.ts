import type { Actor } from '#domain/case/case.js';
import { canonicalJson } from '#domain/case/event-chain.js';
import { RejectedError } from '#domain/errors.js';
import type { GroupingId } from '#domain/ids.js';
import type { CaseStore, CaseTransaction } from '#domain/ports/case-store.js';
import type { Clock } from '#domain/ports/clock.js';
import type { DueTarget } from '#domain/ports/delivery-store.js';
import type { Doorbell } from '#domain/ports/doorbell.js';
import type { GroupingAnswer } from '#domain/ports/grouping-rows.js';
import type { IdSource } from '#domain/ports/ids.js';
import { answerSuggestion } from './answer-suggestion.js';
import { CaseChanges } from './case-changes.js';
import type { City } from './city.js';
import { reasonOf, type GroupingCommand } from './grouping-command.js';
import { detach, mergeCases, split, type Regrouped } from './regroup-cases.js';
import { Regrouping } from './regrouping.js';
import { ringsFor } from './rings.js';
import { undo } from './undo-grouping.js';

export interface GroupingRequest {
  readonly command: GroupingCommand;
  readonly actor: Actor;
  /** Names the request, so that the same one sent twice has one effect and one answer. */
  readonly requestId: string;
}

/** `isRepeat`: this is the answer given the first time. */
export interface GivenGroupingAnswer extends GroupingAnswer {
  readonly isRepeat: boolean;
}

interface Carried {
  readonly answer: GivenGroupingAnswer;
  readonly owed: readonly DueTarget[];
}

/** The counter for the grouping: reports are detached, split off and merged here, and every such change can be taken back. */
export class MatchDesk {
  constructor(
    private readonly store: CaseStore,
    private readonly city: City,
    private readonly doorbell: Doorbell,
    private readonly means: { readonly clock: Clock; readonly ids: IdSource },
  ) {}

  /** Throws RejectedError where the change cannot be; its details name what can be done instead (`legal`). */
  async execute(request: GroupingRequest): Promise<GivenGroupingAnswer> {
    const { answer, owed } = await this.store.inTransaction((transaction) => this.executeIn(transaction, request));
    await this.doorbell.ring(ringsFor(owed));
    return answer;
  }

  private async executeIn(transaction: CaseTransaction, { command, actor, requestId }: GroupingRequest): Promise<Carried> {
    const asked = canonicalJson({ ...command, actor });
    await transaction.groupings.lockRequest(requestId);
    const repeated = await answeredBefore(transaction, requestId, asked);
    if (repeated) return { answer: { ...repeated, isRepeat: true }, owed: [] };
    const regrouping = this.begin(transaction, actor, reasonOf(command));
    const done = await carryOut(regrouping, command);
    if ('givenBefore' in done) return { answer: { ...done.givenBefore, isRepeat: true }, owed: [] };
    const { changes, id, at, because } = regrouping.means;
    const cases = regrouping.touched();
    const answer: GroupingAnswer = {
      grouping: id,
      outcome: done.outcome,
      cases: cases.map(({ number, status, version }) => ({ number, status, version })),
    };
    const effect = { ...regrouping.effect(), suggestion: done.suggestion };
    const grouping = { id, kind: command.command, actor, because, at, effect };
    await transaction.save(changes.toSet());
    await transaction.groupings.keep({ ...done, grouping, requestId, receipt: { asked, answer }, cases });
    return { answer: { ...answer, isRepeat: false }, owed: [...changes.dueTargets(), ...regrouping.revived] };
  }

  private begin(transaction: CaseTransaction, actor: Actor, because: string): Regrouping {
    const { city, means } = this;
    const at = means.clock.now();
    const changes = new CaseChanges(at, city.reference, means.ids, city.revisitWaitMs);
    return new Regrouping({ transaction, changes, city, ids: means.ids, at, actor, id: means.ids.next<GroupingId>(), because });
  }
}

function carryOut(
  regrouping: Regrouping,
  command: GroupingCommand,
): Promise<Regrouped | { readonly givenBefore: GroupingAnswer }> {
  switch (command.command) {
    case 'detach':
      return detach(regrouping, command);
    case 'split':
      return split(regrouping, command);
    case 'merge':
      return mergeCases(regrouping, command);
    case 'undo':
      return undo(regrouping, command.grouping);
    default:
      return answerSuggestion(regrouping, command);
  }
}

/** Throws RejectedError `REQUEST_REPEATED` when the id was used before for something else. */
async function answeredBefore(
  { groupings }: CaseTransaction,
  requestId: string,
  asked: string,
): Promise<GroupingAnswer | undefined> {
  const receipt = await groupings.receipt(requestId);
  if (!receipt) return undefined;
  if (receipt.asked === asked) return receipt.answer;
  throw new RejectedError('REQUEST_REPEATED', `request ${requestId} asked something else before`);
}
