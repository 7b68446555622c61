import { RejectedError } from '#domain/errors.js';
import type { Standing } from '#identity/access/roles.js';

/** A person's session, as far as they ask for it themselves. */
export interface OwnSession {
  /** Hex. */
  readonly tokenHash: string;
  readonly expiresAt: Date;
  /** The password was given by somebody else and must be changed before anything else. */
  readonly mustChange: boolean;
  readonly hasSecondFactor: boolean;
}

/** Who is asking, as the guard found out. */
export interface SignedIn extends Standing {
  /** Of the person, or of the key. */
  readonly id: string;
  /** A person's name; `key:ID` for a program. */
  readonly name: string;
  /** Absent for a program. */
  readonly session?: OwnSession;
}

/** The session of whoever asks; a program has none. */
export function ownSession({ session }: SignedIn): OwnSession {
  if (session === undefined) throw new RejectedError('FORBIDDEN', 'a key has no session of its own');
  return session;
}
