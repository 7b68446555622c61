import { SealingRecords } from '#identity/sealing-records.js';
import { SealingVault } from '#identity/sealing-vault.js';

const KEY = Buffer.alloc(32, 7);
const ring = { active: 'test', keys: { test: KEY } };

/** Seals records with a key that everybody knows. */
export const TEST_SEAL = new SealingRecords(ring);

/** The vault with the same key. */
export const TEST_VAULT = new SealingVault({ ring, phonePepper: KEY });
