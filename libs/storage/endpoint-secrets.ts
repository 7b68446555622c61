import type { EntityManager } from 'typeorm';
import type { EndpointKey } from '#domain/delivery/endpoint.js';
import { freshPrivateKey } from '#domain/delivery/webhook-keys.js';
import type { SecretSeal } from '#domain/ports/secret-seal.js';

/** A row of endpoint_secrets. */
export interface SecretRow {
  readonly department: string;
  readonly sealed: Buffer;
  readonly created_at: Date;
  readonly expires_at: Date | null;
}

interface Replacement {
  readonly department: string;
  readonly secret: string;
  readonly now: Date;
  readonly oldUntil: Date;
}

/** Names what a seal belongs to, so that no row opens in another's place. */
const ownerOf = (department: string): string => `endpoint:${department}`;

/** The rows of endpoint_secrets, sealed on the way in and opened on the way out. */
export class EndpointSecrets {
  constructor(private readonly seal: SecretSeal) {}

  /** One that cannot be opened any more, because the vault's key is another, is as good as gone. */
  open({ department, sealed, created_at, expires_at }: SecretRow): EndpointKey[] {
    const secret = this.seal.open(sealed, ownerOf(department));
    return secret === undefined ? [] : [{ secret, createdAt: created_at, expiresAt: expires_at ?? undefined }];
  }

  /** Makes this the configured secret, unless it is. */
  async configure(manager: EntityManager, department: string, secret: string, now: Date, oldUntil: Date): Promise<void> {
    const rows = await manager.query<SecretRow[]>(
      `select * from endpoint_secrets where department = $1 and kind = 'shared' and expires_at is null`,
      [department],
    );
    if (rows.some((row) => this.open(row)[0]?.secret === secret)) return;
    await this.replace(manager, { department, secret, now, oldUntil });
  }

  /** Adds a secret; those of its kind that were there live on until `oldUntil`, or to an earlier end they have. */
  async replace(manager: EntityManager, { department, secret, now, oldUntil }: Replacement): Promise<void> {
    const kind = secret.startsWith('whsk_') ? 'private' : 'shared';
    await manager.query('update endpoint_secrets set expires_at = least(expires_at, $3) where department = $1 and kind = $2', [
      department,
      kind,
      oldUntil,
    ]);
    await manager.query('delete from endpoint_secrets where department = $1 and expires_at <= $2', [department, now]);
    await manager.query(`insert into endpoint_secrets (department, kind, sealed, created_at) values ($1, $2, $3, $4)`, [
      department,
      kind,
      this.seal.seal(secret, ownerOf(department)),
      now,
    ]);
  }

  /** An endpoint that is to be signed for with ed25519 gets a key for it. */
  async completeFor(manager: EntityManager, department: string, now: Date): Promise<void> {
    const lacking = await manager.query<unknown[]>(
      `select 1 from endpoints e where department = $1 and 'v1a' = any(algorithms) and not exists (
         select 1 from endpoint_secrets s where s.department = e.department and kind = 'private' and expires_at is null)`,
      [department],
    );
    if (lacking.length === 0) return;
    const secret = freshPrivateKey();
    await this.replace(manager, { department, secret, now, oldUntil: now });
  }
}
