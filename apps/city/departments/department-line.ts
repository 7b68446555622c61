import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { request } from 'undici';

/** What a department says to the hub about a case. */
export interface DepartmentCommand {
  readonly command:
    | 'sign'
    | 'progress'
    | 'return'
    | 'hand-in'
    | 'request-extension'
    | 'request-suspension'
    | 'check-in'
    | 'report-commitment'
    | 'keep-commitment';
  readonly version?: number;
  readonly reason?: string;
  readonly note?: string;
  readonly result?: string;
  /** ISO 8601 with its zone. */
  readonly until?: string;
  readonly whistle?: number;
  readonly commitment?: number;
}

export type CommandAnswer = 'taken' | 'refused';

export interface LineOptions {
  /** Where the hub is; undefined while nobody has said. */
  readonly hubUrl: () => string | undefined;
  readonly secretOf: (department: string) => string | undefined;
  readonly now: () => Date;
  readonly firstWaitMs?: number;
}

/** 409 of these kinds is an answer; any other 409 means that the hub is busy with the case. */
const FINAL_CONFLICTS = ['CASE_MOVE_ILLEGAL', 'CASE_VERSION_STALE', 'CASE_FOREIGN', 'CALLBACK_REPLAYED'];
const LONGEST_WAIT_MS = 5000;
const TIMEOUT_MS = 10_000;

type Attempt = { readonly kind: CommandAnswer } | { readonly kind: 'again'; readonly afterMs?: number };

/** How departments call the hub: signed, and the same message again until the hub answers. */
export class DepartmentLine {
  readonly counts = { taken: 0, refused: 0, repeated: 0 };

  constructor(private readonly options: LineOptions) {}

  /** Says one thing until it is answered; throws when the signal ends it. */
  async say(department: string, caseNumber: string, command: DepartmentCommand, signal: AbortSignal): Promise<CommandAnswer> {
    const id = `msg_${randomUUID()}`;
    const body = JSON.stringify(command);
    for (let wait = this.options.firstWaitMs ?? 200; ; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
      signal.throwIfAborted();
      const attempt = await this.attempt(department, caseNumber, id, body, signal);
      if (attempt.kind !== 'again') {
        this.counts[attempt.kind]++;
        return attempt.kind;
      }
      this.counts.repeated++;
      await pause(attempt.afterMs ?? wait, undefined, { signal });
    }
  }

  private async attempt(department: string, caseNumber: string, id: string, body: string, signal: AbortSignal): Promise<Attempt> {
    const hubUrl = this.options.hubUrl();
    const secret = this.options.secretOf(department);
    if (!hubUrl) return { kind: 'again' };
    if (!secret) return { kind: 'refused' };
    const at = this.options.now();
    try {
      const answer = await request(`${hubUrl}/department/v1/cases/${encodeURIComponent(caseNumber)}/commands`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-department': department,
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': new Webhook(secret).sign(id, at, body),
        },
        body,
        headersTimeout: TIMEOUT_MS,
        bodyTimeout: TIMEOUT_MS,
        signal,
      });
      return judge(answer.statusCode, await answer.body.text(), answer.headers['retry-after']);
    } catch {
      signal.throwIfAborted();
      return { kind: 'again' }; // the hub is away or too slow: it may have understood, so the id stays the same
    }
  }
}

function judge(status: number, text: string, retryAfter: string | string[] | undefined): Attempt {
  if (status >= 200 && status < 300) return { kind: 'taken' };
  if (status === 409) return FINAL_CONFLICTS.some((code) => text.includes(code)) ? { kind: 'refused' } : { kind: 'again' };
  if (status === 429 || status >= 500) {
    const seconds = Number(retryAfter);
    return { kind: 'again', afterMs: seconds > 0 ? Math.min(LONGEST_WAIT_MS, seconds * 1000) : undefined };
  }
  return { kind: 'refused' };
}
