import { hashText } from '../matching/gram-hash.js';

const WORDS = 2 ** 32;

/** Whether a name falls into a share of 0 to 1; the same name always does or never does, on every machine. */
export const isInSample = (name: string, share: number): boolean => (hashText(name) >>> 0) / WORDS < share;
