import { describe, expect, it } from '@jest/globals';
import { webhookBody } from './webhook-message.js';

const createdAt = new Date('2026-11-26T00:00:00Z');

describe('the body of a webhook', () => {
  it('is type, timestamp and data, in that order', () => {
    const body = webhookBody({ type: 'case.dispatched', createdAt, payload: { title: '井盖松动' } });
    expect(body.toString('utf8')).toBe(
      '{"type":"case.dispatched","timestamp":"2026-11-26T00:00:00.000Z","data":{"title":"井盖松动"}}',
    );
  });

  it.each(['', 'case dispatched', 'case..dispatched', 'case.', '派遣'])('refuses the event type "%s"', (type) => {
    expect(() => webhookBody({ type, createdAt, payload: {} })).toThrow('is no event type');
  });
});
