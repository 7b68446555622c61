import type { DueTarget } from '#domain/ports/delivery-store.js';
import type { Ring } from '#domain/ports/doorbell.js';

/** The doorbells of targets that have something to receive. */
export const ringsFor = (targets: readonly DueTarget[]): Ring[] =>
  targets.map(({ channel, target }) => ({ job: channel === 'webhook' ? 'deliver-webhooks' : 'write-back', target }));
