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

  it('says only which case it is when it is thin, and nothing of a message about none', () => {
    const payload = { caseNumber: 'HL20261126000001', version: 3, title: '井盖松动' };
    expect(webhookBody({ type: 'case.dispatched', createdAt, payload }, true).toString('utf8')).toBe(
      '{"type":"case.dispatched","timestamp":"2026-11-26T00:00:00.000Z","data":{"caseNumber":"HL20261126000001","version":3}}',
    );
    const test = { type: 'endpoint.test', createdAt, payload: { department: 'gas-supply' } };
    expect(webhookBody(test, true).toString('utf8')).toContain('"data":{}');
  });

  it.each(['', 'case dispatched', 'case..dispatched', 'case.', '派遣'])('refuses the event type "%s"', (type) => {
    expect(() => webhookBody({ type, createdAt, payload: {} })).toThrow('is no event type');
  });
});
