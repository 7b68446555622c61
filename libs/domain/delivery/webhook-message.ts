import { Defect } from '../errors.js';
import type { Delivery } from './delivery.js';

const EVENT_TYPE = /^[a-zA-Z0-9_]+(\.[a-zA-Z0-9_]+)*$/;

/**
 * The body of a webhook as Standard Webhooks lays it out. Its time is the event's, not the attempt's: every attempt sends
 * the same bytes.
 */
export function webhookBody(delivery: Pick<Delivery, 'type' | 'createdAt' | 'payload'>): Buffer {
  if (!EVENT_TYPE.test(delivery.type)) throw new Defect('DEFECT', `"${delivery.type}" is no event type`);
  const body = { type: delivery.type, timestamp: delivery.createdAt.toISOString(), data: delivery.payload };
  return Buffer.from(JSON.stringify(body), 'utf8');
}
