import type { Actor } from '#domain/case/case.js';
import { canonicalJson, chainEvents } from '#domain/case/event-chain.js';
import { RejectedError } from '#domain/errors.js';
import type { DepartmentId, UndertakingId } from '#domain/ids.js';
import type { Clock } from '#domain/ports/clock.js';
import type { IdSource } from '#domain/ports/ids.js';
import type { UndertakingAnswer, UndertakingBook, UndertakingTransaction } from '#domain/ports/undertaking-book.js';
import type { UndertakingOutcome } from '#domain/undertaking/decide-undertaking.js';
import { decideUndertaking, openingOf, refuseUndertaking } from '#domain/undertaking/decide-undertaking.js';
import { namedDue, usualDue } from '#domain/undertaking/due-time.js';
import { evolveUndertaking, openUndertaking } from '#domain/undertaking/evolve-undertaking.js';
import type { UndertakingCommand } from '#domain/undertaking/undertaking-command.js';
import { isEnded } from '#domain/undertaking/undertaking-state.js';
import type { Due, Undertaking, UndertakingSubject } from '#domain/undertaking/undertaking.js';
import type { City } from './city.js';

type WithDueAt<Command> = Command extends { due?: Due } ? Omit<Command, 'due'> & { readonly dueAt?: Date } : Command;

/** A command as people give it: they name a day, when to warn follows from it. */
export type AskedCommand = WithDueAt<UndertakingCommand>;

interface AskedBy {
  readonly actor: Actor;
  /** Names the request, so that the same one sent twice has one effect and one answer. */
  readonly requestId: string;
}

/** `pledge`: who answers for it from the beginning, and until when. */
export interface OpeningRequest extends AskedBy {
  readonly subject: UndertakingSubject;
  readonly pledge?: { readonly owner: DepartmentId; readonly dueAt: Date };
}

export interface UndertakingRequest extends AskedBy {
  readonly id: UndertakingId;
  readonly command: AskedCommand;
  /** The version the sender has seen; an undertaking that has moved on refuses. Absent: whatever it is. */
  readonly expectedVersion?: number;
}

/** `isRepeat`: this is the answer given the first time. */
export interface GivenUndertakingAnswer extends UndertakingAnswer {
  readonly isRepeat: boolean;
}

/** The counter for the lists (清单化, 项目化): undertakings are put on them here, claimed, reported on and finished. */
export class UndertakingDesk {
  constructor(
    private readonly book: UndertakingBook,
    private readonly city: City,
    private readonly means: { readonly clock: Clock; readonly ids: IdSource },
  ) {}

  /** Throws RejectedError `CASE_UNKNOWN`, `UNDERTAKING_UNKNOWN` for the project, `UNDERTAKING_MOVE_ILLEGAL` when it takes no items. */
  open({ subject, pledge, actor, requestId }: OpeningRequest): Promise<GivenUndertakingAnswer> {
    return this.once(requestId, { subject, pledge, actor }, async (transaction) => {
      await checkOrigin(transaction, subject);
      const now = this.means.clock.now();
      const held = pledge && { owner: pledge.owner, ...namedDue(now, pledge.dueAt, this.city.reference.deadlines) };
      const event = openingOf(subject, held, actor, now);
      const value = openUndertaking(this.means.ids.next<UndertakingId>(), event);
      await transaction.save([{ value, events: chainEvents([event], 0, new Uint8Array(0)) }]);
      return answerOf(value, { kind: 'accepted', events: [event] });
    });
  }

  /** Throws RejectedError `UNDERTAKING_UNKNOWN`; every other refusal is an answer. */
  execute({ id, command, actor, requestId, expectedVersion }: UndertakingRequest): Promise<GivenUndertakingAnswer> {
    return this.once(requestId, { id, command, actor, expectedVersion }, async (transaction) => {
      const held = await transaction.hold(id);
      if (!held) throw new RejectedError('UNDERTAKING_UNKNOWN', `there is no undertaking ${id}`);
      const { value: before, lastHash } = held;
      const now = this.means.clock.now();
      const outcome =
        staleRefusal(before, expectedVersion) ??
        (await itemsRefusal(transaction, before, command)) ??
        decideUndertaking(before, this.withDue(command, before, now), actor, now);
      if (outcome.kind === 'refused') return answerOf(before, outcome);
      const value = outcome.events.reduce(evolveUndertaking, before);
      await transaction.save([{ value, events: chainEvents(outcome.events, before.version, lastHash) }]);
      return answerOf(value, outcome);
    });
  }

  /** A claim that names no day, of something that has none, gets the usual time. */
  private withDue(command: AskedCommand, { pledge }: Undertaking, now: Date): UndertakingCommand {
    if (command.command !== 'assign' && command.command !== 'claim') return command;
    const { dueAt, ...asked } = command;
    const { deadlines, calendar } = this.city.reference;
    if (dueAt) return { ...asked, due: namedDue(now, dueAt, deadlines) };
    return asked.command === 'claim' && !pledge ? { ...asked, due: usualDue(now, deadlines, calendar) } : asked;
  }

  /** Carries a request out unless it was before. One that was refused changed nothing and is decided anew. */
  private once(
    requestId: string,
    request: object,
    work: (transaction: UndertakingTransaction) => Promise<UndertakingAnswer>,
  ): Promise<GivenUndertakingAnswer> {
    const asked = canonicalJson(request);
    return this.book.inTransaction(async (transaction) => {
      await transaction.lockRequest(requestId);
      const receipt = await transaction.receipt(requestId);
      if (receipt?.asked === asked) return { ...receipt.answer, isRepeat: true };
      if (receipt) throw new RejectedError('REQUEST_REPEATED', `request ${requestId} asked something else before`);
      const answer = await work(transaction);
      if (answer.outcome === 'accepted') await transaction.keepReceipt(requestId, { asked, answer }, this.means.clock.now());
      return { ...answer, isRepeat: false };
    });
  }
}

/** An item goes into a project that still runs, and comes from a case that there is. */
async function checkOrigin(transaction: UndertakingTransaction, { caseNumber, project }: UndertakingSubject): Promise<void> {
  if (caseNumber !== undefined && !(await transaction.hasCase(caseNumber))) {
    throw new RejectedError('CASE_UNKNOWN', `there is no case ${caseNumber}`);
  }
  if (project === undefined) return;
  const parent = (await transaction.hold(project))?.value;
  if (parent?.list !== 'project') throw new RejectedError('UNDERTAKING_UNKNOWN', `there is no project ${project}`);
  if (isEnded(parent.state))
    throw new RejectedError('UNDERTAKING_MOVE_ILLEGAL', `the project is ${parent.state} and takes no items`);
}

function staleRefusal(current: Undertaking, seen: number | undefined): UndertakingOutcome | undefined {
  if (seen === undefined || seen === current.version) return undefined;
  const message = `the undertaking is at version ${current.version}, the sender saw ${seen}`;
  return refuseUndertaking(current, 'UNDERTAKING_VERSION_STALE', message);
}

/** A project does not end before its items have. */
async function itemsRefusal(
  transaction: UndertakingTransaction,
  current: Undertaking,
  { command }: AskedCommand,
): Promise<UndertakingOutcome | undefined> {
  if (current.list !== 'project' || (command !== 'finish' && command !== 'drop')) return undefined;
  const open = await transaction.openItems(current.id);
  const message = `${open} items of the project are open: finish or drop them first`;
  return open > 0 ? refuseUndertaking(current, 'UNDERTAKING_ITEMS_OPEN', message) : undefined;
}

function answerOf({ id, list, state, version }: Undertaking, outcome: UndertakingOutcome): UndertakingAnswer {
  if (outcome.kind === 'accepted') return { id, list, state, version, outcome: 'accepted' };
  const { code, message, legal } = outcome;
  return { id, list, state, version, outcome: 'refused', code, message, legal };
}
