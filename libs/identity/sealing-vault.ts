import type { SealOwner } from '#domain/ports/vault.js';
import { IdentityVault } from '#domain/ports/vault.js';
import type { HiddenPart } from '#domain/privacy/hidden-part.js';
import type { Reporter } from '#domain/report/report.js';
import { hashNumber } from './vault/hash-number.js';
import type { VaultKeys } from './vault/load-key-ring.js';
import { open, seal } from './vault/vault.js';

/** The vault over a key ring. */
export class SealingVault extends IdentityVault {
  constructor(private readonly keys: VaultKeys) {
    super();
  }

  seal(hidden: HiddenPart, owner: SealOwner): Uint8Array {
    return seal(JSON.stringify(hidden), this.keys.ring, ownerOf(owner));
  }

  open(sealed: Uint8Array, owner: SealOwner): HiddenPart | undefined {
    const opened = open(sealed, this.keys.ring, ownerOf(owner));
    if (opened.kind === 'opened') return JSON.parse(opened.bytes.toString('utf8')) as HiddenPart;
    return this.openOld(sealed);
  }

  hashOf(number: string): string | undefined {
    return hashNumber(number, this.keys.phonePepper);
  }

  /** Seals made before a seal knew its report hold a reporter and nothing else; `hub privacy seal-old` makes them anew. */
  private openOld(sealed: Uint8Array): HiddenPart | undefined {
    const opened = open(sealed, this.keys.ring, '');
    return opened.kind === 'opened' ? { reporter: JSON.parse(opened.bytes.toString('utf8')) as Reporter } : undefined;
  }
}

const ownerOf = ({ platform, externalId }: SealOwner): string => `report:${platform}/${externalId}`;
