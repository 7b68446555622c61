import type { SealOwner } from '#domain/ports/vault.js';
import { RecordSeal } from '#domain/ports/vault.js';
import type { KeyRing } from './vault/vault.js';
import { open, seal } from './vault/vault.js';

/** Seals raw records with the vault's key ring. */
export class SealingRecords extends RecordSeal {
  constructor(private readonly ring: KeyRing) {
    super();
  }

  seal(bytes: Uint8Array, owner: SealOwner): Uint8Array {
    return seal(bytes, this.ring, ownerOf(owner));
  }

  open(sealed: Uint8Array, owner: SealOwner): Uint8Array | undefined {
    const opened = open(sealed, this.ring, ownerOf(owner));
    return opened.kind === 'opened' ? opened.bytes : undefined;
  }
}

const ownerOf = ({ platform, externalId }: SealOwner): string => `record:${platform}/${externalId}`;
