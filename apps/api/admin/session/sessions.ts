import { Injectable } from '@nestjs/common';
import { Clock } from '#domain/ports/clock.js';
import { readStanding } from '#identity/access/roles.js';
import { IdentitySettings } from '#identity/identity-settings.js';
import { hashSessionToken, newSessionToken } from '#identity/operators/session-token.js';
import type { ListedSession } from '#storage/people/operator-sessions.js';
import { OperatorSessions } from '#storage/people/operator-sessions.js';
import type { SignedIn } from './signed-in.js';

/** A working day and its overtime; nobody is seen so often that it lasts longer. */
export const SESSION_SECONDS = 12 * 3600;
/** How exactly "last seen" is written down. */
const SEEN_EVERY_MS = 60_000;

/** Where a browser or program signs in from. */
export interface Desk {
  readonly address: string;
  readonly agent?: string;
}

/** A session as whoever opened it gets it; the token is shown this once. */
export interface NewSession {
  readonly token: string;
  readonly name: string;
  readonly expiresAt: Date;
}

/** Who is signed in where. */
@Injectable()
export class Sessions {
  constructor(
    private readonly rows: OperatorSessions,
    private readonly settings: IdentitySettings,
    private readonly clock: Clock,
  ) {}

  /** Always under a token of its own: whatever the browser carried before is worth nothing. */
  async open({ id, name }: { id: string; name: string }, desk: Desk): Promise<NewSession> {
    const now = this.clock.now();
    const { token, hash } = newSessionToken();
    const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
    await this.rows.open({ operatorId: id, tokenHash: hash, expiresAt, now, ...desk });
    return { token, name, expiresAt };
  }

  /** Undefined when the session ended, was idle for too long, or the person may no longer sign in. */
  async find(token: string): Promise<SignedIn | undefined> {
    const now = this.clock.now();
    const tokenHash = hashSessionToken(token);
    const row = await this.rows.find(tokenHash, now, this.idleSince(now));
    const standing = row && readStanding(row.role, { kind: row.scopeKind, ids: row.scopeIds });
    if (!standing) return undefined;
    if (now.getTime() - row.lastSeenAt.getTime() >= SEEN_EVERY_MS) await this.rows.seen(tokenHash, now);
    const { id, name, expiresAt, mustChange, hasSecondFactor } = row;
    return { ...standing, id, name, session: { tokenHash, expiresAt, mustChange, hasSecondFactor } };
  }

  close(tokenHash: string): Promise<void> {
    return this.rows.close(tokenHash);
  }

  /** Newest first. */
  list(operatorId: string, tokenHash?: string): Promise<ListedSession[]> {
    const now = this.clock.now();
    return this.rows.list(operatorId, now, this.idleSince(now), tokenHash);
  }

  /** False when the person has no session of that id. */
  end(operatorId: string, id: string): Promise<boolean> {
    return this.rows.end(operatorId, id);
  }

  private idleSince(now: Date): Date {
    return new Date(now.getTime() - this.settings.idleMinutes * 60_000);
  }
}
