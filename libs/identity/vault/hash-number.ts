import { createHmac } from 'node:crypto';
import { isIdCard } from '#domain/privacy/id-card.js';
import { normalisePhone } from './phone.js';

/** Keyed hash by which the same telephone or card number is recognised without being stored; hex. */
export function hashNumber(number: string, pepper: Uint8Array): string | undefined {
  const card = number.replace(/[ -]/g, '').toUpperCase();
  const digits = isIdCard(card) ? card : normalisePhone(number);
  return digits === undefined ? undefined : createHmac('sha256', pepper).update(digits).digest('hex');
}
