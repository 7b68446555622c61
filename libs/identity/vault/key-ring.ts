/** Keys of 32 bytes by their id: one that seals, and the retired ones that old seals still need. */
export interface KeyRing {
  readonly active: string;
  readonly keys: Readonly<Record<string, Uint8Array>>;
  /** Where a key that was added later can be found. */
  readonly file?: string;
}
