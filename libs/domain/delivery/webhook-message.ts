import { Defect } from '../errors.js';
import type { Delivery } from './delivery.js';

const EVENT_TYPE = /^[a-zA-Z0-9_]+(\.[a-zA-Z0-9_]+)*$/;

/**
 * The body of a webhook as Standard Webhooks lays it out. Its time is the event's, not the attempt's: every attempt sends
 * the same bytes. `thin` leaves of the data only which case it is, in which version: the receiver reads the case itself.
 */
export function webhookBody(delivery: Pick<Delivery, 'type' | 'createdAt' | 'payload'>, thin = false): Buffer {
  if (!EVENT_TYPE.test(delivery.type)) throw new Defect('DEFECT', `"${delivery.type}" is no event type`);
  const data = thin ? thinned(delivery.payload) : delivery.payload;
  const body = { type: delivery.type, timestamp: delivery.createdAt.toISOString(), data };
  return Buffer.from(JSON.stringify(body), 'utf8');
}

/** JSON leaves out what a message about no case does not have. */
const thinned = ({ caseNumber, version }: Delivery['payload']): Delivery['payload'] => ({ caseNumber, version });
