import type { Open311InboxSettings } from '#adapters/open311-inbox/config.js';
import { w3cTime } from './w3c-time.js';

/** When what we offer last changed. */
const CHANGED = new Date('2026-11-22T00:00:00Z');
const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2';

/** Where this server is and what it speaks. */
export function discovery({ contact, publicUrl, zone }: Omit<Open311InboxSettings, 'apiKey'>, origin: string) {
  const changeset = w3cTime(CHANGED, zone);
  const url = `${(publicUrl ?? origin).replace(/\/+$/, '')}/open311/v2`;
  const formats = ['text/xml', 'application/json'];
  return {
    changeset,
    contact,
    key_service: contact,
    endpoints: [{ specification: SPECIFICATION, url, changeset, type: 'production', formats }],
  };
}
