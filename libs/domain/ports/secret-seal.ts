/** Seals secrets that must be had again in clear, such as signing keys, before they are stored. */
export abstract class SecretSeal {
  /** Seals for one owner: the seal does not open as another's. */
  abstract seal(secret: string, owner: string): Buffer;

  /** The secret; undefined when the key is gone, the bytes were altered, or the owner is another. */
  abstract open(sealed: Uint8Array, owner: string): string | undefined;
}
