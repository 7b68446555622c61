import { SIGNALS, type Signal } from './matching-policy.js';

/** Where each signal stands in `SIGNALS`: what rules know it by, since weights are looked up for every pair. */
export const AT = Object.fromEntries(SIGNALS.map((signal, at) => [signal, at])) as Readonly<Record<Signal, number>>;
