/** What a program may do, and how far it sees: who made the key has said it in the words of roles and scopes. */
export interface ApiKeyTerms {
  /** For people: what uses it. */
  readonly name: string;
  readonly role: string;
  readonly scopeKind: string;
  readonly scopeIds: readonly string[];
  readonly expiresAt?: Date;
}

/** A key as it is kept: without its secret. */
export interface ApiKey extends ApiKeyTerms {
  readonly id: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** To the minute. */
  readonly lastUsedAt?: Date;
  readonly revokedAt?: Date;
}

/** A key with what proves it. */
export interface ProvenKey {
  readonly key: ApiKey;
  /** SHA-256 of the secret. */
  readonly hash: Uint8Array;
}

/** The keys of programs that call the hub. A revoked one stays on record. */
export abstract class ApiKeyBook {
  abstract add(key: ProvenKey): Promise<void>;

  /** Newest first. */
  abstract all(): Promise<ApiKey[]>;

  abstract find(id: string): Promise<ProvenKey | undefined>;

  /** The first time counts; false when there is no such key. */
  abstract revoke(id: string, at: Date): Promise<boolean>;

  abstract noteUse(id: string, at: Date): Promise<void>;
}
