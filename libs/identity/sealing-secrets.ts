import { SecretSeal } from '#domain/ports/secret-seal.js';
import type { KeyRing } from './vault/vault.js';
import { openText, sealText } from './vault/vault.js';

/** Seals secrets with the vault's key ring. */
export class SealingSecrets extends SecretSeal {
  constructor(private readonly ring: KeyRing) {
    super();
  }

  seal(secret: string, owner: string): Buffer {
    return sealText(secret, this.ring, owner);
  }

  open(sealed: Uint8Array, owner: string): string | undefined {
    const opened = openText(sealed, this.ring, owner);
    return opened.kind === 'opened' ? opened.text : undefined;
  }
}
