import type { IdentityVault, RecordSeal } from '#domain/ports/vault.js';
import { SealingRecords } from './sealing-records.js';
import { SealingVault } from './sealing-vault.js';
import type { VaultKeys } from './vault/load-key-ring.js';

/** What opens records as they are read, and closes what is taken out of them; in whichever thread. */
export const readingSeals = (keys: VaultKeys): { readonly vault: IdentityVault; readonly records: RecordSeal } => ({
  vault: new SealingVault(keys),
  records: new SealingRecords(keys.ring),
});
