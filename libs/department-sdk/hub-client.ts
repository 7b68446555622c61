import { randomUUID } from 'node:crypto';
import type { CaseOfDepartment } from './case-of-department.js';
import { HubRequests, type HubClientOptions } from './hub-requests.js';
import { pullEvents, type PulledEvent, type PullOptions } from './pull-events.js';

/** Where the case stands after a command. */
export interface CommandAnswer {
  readonly number: string;
  readonly status: string;
  readonly version: number;
  /** The hub had this message before; this is the answer it gave then. */
  readonly isRepeat: boolean;
}

export interface CommandOptions {
  /** Names the message: the same one sent again under its id acts once. Without one, each call is a message of its own. No dots, no blanks. */
  readonly id?: string;
  /** Refuse it when the case has moved on from this version. */
  readonly version?: number;
}

/**
 * How a department calls the hub, with its API key or its name and secret. Every method tries again while the hub is busy or away, under one id, and throws
 * HubRefusal when it is refused, HubUnavailable when nobody answers.
 */
export class HubClient {
  private readonly requests: HubRequests;

  constructor(options: HubClientOptions) {
    this.requests = new HubRequests(options);
  }

  /** 签收: we have it. A co-handler (协办) signs as well. */
  sign(caseNumber: string, options?: CommandOptions): Promise<CommandAnswer> {
    return this.command(caseNumber, 'sign', {}, options);
  }

  /** 阶段反馈: told to every citizen of the case. */
  progress(caseNumber: string, says: { readonly note: string }, options?: CommandOptions): Promise<CommandAnswer> {
    return this.command(caseNumber, 'progress', says, options);
  }

  /** 退单: not ours. */
  return(caseNumber: string, says: { readonly reason: string }, options?: CommandOptions): Promise<CommandAnswer> {
    return this.command(caseNumber, 'return', says, options);
  }

  /** 办结: the answer, in the words the citizens read. */
  handIn(caseNumber: string, says: { readonly result: string }, options?: CommandOptions): Promise<CommandAnswer> {
    return this.command(caseNumber, 'hand-in', says, options);
  }

  /** 延期申请: more time, please; an operator decides. */
  requestExtension(caseNumber: string, says: Asked, options?: CommandOptions): Promise<CommandAnswer> {
    return this.command(caseNumber, 'request-extension', asked(says), options);
  }

  /** 挂账申请: nothing can be done before then; an operator decides. */
  requestSuspension(caseNumber: string, says: Asked, options?: CommandOptions): Promise<CommandAnswer> {
    return this.command(caseNumber, 'request-suspension', asked(says), options);
  }

  /** 报到: we are there. `whistle` is the number that `whistle.blown` gave. */
  checkIn(caseNumber: string, says: { readonly whistle: number }, options?: CommandOptions): Promise<CommandAnswer> {
    return this.command(caseNumber, 'check-in', says, options);
  }

  /** 承诺反馈: how it goes; told to every citizen. `commitment` is the `id` that `commitment.made` gave. */
  reportCommitment(caseNumber: string, says: Promised, options?: CommandOptions): Promise<CommandAnswer> {
    return this.command(caseNumber, 'report-commitment', says, options);
  }

  /** 承诺兑现: done; told to every citizen. */
  keepCommitment(caseNumber: string, says: Promised, options?: CommandOptions): Promise<CommandAnswer> {
    return this.command(caseNumber, 'keep-commitment', says, options);
  }

  /** The case as it stands; refused with `CASE_UNKNOWN` when you have nothing to do with it. Needs the API key. */
  async caseOf(caseNumber: string): Promise<CaseOfDepartment> {
    const path = `/department/v1/cases/${encodeURIComponent(caseNumber)}`;
    const { text } = await this.requests.send({ id: `case ${caseNumber}`, path });
    return JSON.parse(text) as CaseOfDepartment;
  }

  /**
   * What webhooks would bring, for a department that cannot receive: goes on until `signal` says stop. Once you ask for the first
   * message of the next page the hub counts the page before as arrived; leave the loop early, or throw, and it comes again.
   */
  pull(options?: PullOptions): AsyncGenerator<PulledEvent, void, undefined> {
    return pullEvents(this.requests, options);
  }

  private async command(
    caseNumber: string,
    command: string,
    says: object,
    { id = `msg_${randomUUID()}`, version }: CommandOptions = {},
  ): Promise<CommandAnswer> {
    const path = `/department/v1/cases/${encodeURIComponent(caseNumber)}/commands`;
    const { text, headers } = await this.requests.send({ id, path, body: JSON.stringify({ command, version, ...says }) });
    const answer = JSON.parse(text) as Omit<CommandAnswer, 'isRepeat'>;
    const { number, status, version: reached } = answer;
    return { number, status, version: reached, isRepeat: headers.get('idempotent-replayed') === 'true' };
  }
}

/** More time, or a pause: why, and until when. */
export interface Asked {
  readonly reason: string;
  readonly until: Date;
}

/** What became of a commitment. */
export interface Promised {
  readonly commitment: number;
  readonly note: string;
}

const asked = ({ reason, until }: Asked) => ({ reason, until: until.toISOString() });
