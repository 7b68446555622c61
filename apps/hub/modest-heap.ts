import { setFlagsFromString } from 'node:v8';

/** Per cent of what is alive that may be added before it is tidied up. */
const GROWTH = 40;

/**
 * On a large machine V8 lets dead objects pile up to several times what is alive: the demo came to 500 MB with 110 MB alive. The
 * hub shares its machine with PostgreSQL, which uses the memory better.
 */
export const keepHeapModest = (): void => setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
