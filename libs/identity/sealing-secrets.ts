import { SecretSeal } from '#domain/ports/secret-seal.js';
import type { KeyRing } from './vault/vault.js';
import { open, seal } from './vault/vault.js';

/** Seals secrets with the vault's key ring. */
export class SealingSecrets extends SecretSeal {
  constructor(private readonly ring: KeyRing) {
    super();
  }

  seal(secret: string, owner: string): Buffer {
    return seal(secret, this.ring, owner);
  }

  open(sealed: Uint8Array, owner: string): string | undefined {
    const opened = open(sealed, this.ring, owner);
    return opened.kind === 'opened' ? opened.bytes.toString('utf8') : undefined;
  }
}
