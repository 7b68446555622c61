import type { ExternalId, PlatformId } from '../ids.js';
import type { HiddenPart } from '../privacy/hidden-part.js';

/** Whose seal it is: it opens for the same report or record only, so that no row opens in another's place. */
export interface SealOwner {
  readonly platform: PlatformId;
  readonly externalId: ExternalId;
}

/** Keeps what gives citizens away where only a reason opens it. */
export abstract class IdentityVault {
  /** Seals what was hidden in a report. */
  abstract seal(hidden: HiddenPart, owner: SealOwner): Uint8Array;

  /** Opens what `seal` closed; undefined when the key is gone, the bytes were altered, or the owner is another. */
  abstract open(sealed: Uint8Array, owner: SealOwner): HiddenPart | undefined;

  /** Keyed hash, hex, by which a telephone or card number is found again without being stored; undefined for one that tells nobody apart. */
  abstract hashOf(number: string): string | undefined;
}

/** Seals raw records: they are kept to be read again, and nobody else may read them. */
export abstract class RecordSeal {
  abstract seal(bytes: Uint8Array, owner: SealOwner): Uint8Array;

  /** As it came; undefined when the key is gone, the bytes were altered, or the owner is another. */
  abstract open(sealed: Uint8Array, owner: SealOwner): Uint8Array | undefined;
}
