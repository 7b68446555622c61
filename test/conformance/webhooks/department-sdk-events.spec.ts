import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES, MalformedEvent, parseEvent } from '#department-sdk/index.js';
import { webhookBody } from '#domain/delivery/webhook-message.js';
import type { DeliveryDraft } from '#domain/case/owed-messages.js';
import { EVERY_WEBHOOK } from '#test/docs/every-webhook.js';

const createdAt = new Date('2026-11-22T02:10:00Z');
const bodyOf = ({ type, payload }: Pick<DeliveryDraft, 'type' | 'payload'>): Buffer => webhookBody({ type, payload, createdAt });
const without = (payload: DeliveryDraft['payload'], field: string) =>
  Object.fromEntries(Object.entries(payload).filter(([name]) => name !== field));

const byType = [...new Map(EVERY_WEBHOOK.map((webhook) => [webhook.type, webhook])).values()];
/** Every field that the hub sends, type by type. */
const fields = byType.flatMap((webhook) => Object.keys(webhook.payload).map((field) => ({ webhook, type: webhook.type, field })));
const MAY_BE_ABSENT = ['case.supervised clock', 'commitment.made meeting'];

describe('the SDK’s events beside what the hub owes', () => {
  it('have every type that a department can be sent, and no other', () => {
    // The test of an endpoint is sent by an operator, not by what happens to a case.
    expect([...EVENT_TYPES].sort()).toEqual([...byType.map(({ type }) => type), 'endpoint.test'].sort());
  });

  it.each(EVERY_WEBHOOK.map((webhook, index) => ({ webhook, index, type: webhook.type })))(
    'read $type, number $index, with all it carries',
    ({ webhook, type }) => {
      expect(parseEvent(bodyOf(webhook))).toEqual({
        type,
        timestamp: '2026-11-22T02:10:00.000Z',
        data: JSON.parse(JSON.stringify(webhook.payload)),
      });
    },
  );

  it.each(fields)('know $field of $type', ({ webhook, type, field }) => {
    const read = () => parseEvent(bodyOf({ type, payload: { ...without(webhook.payload, field), beside: 1 } }));

    if (MAY_BE_ABSENT.includes(`${type} ${field}`)) expect(read()).toMatchObject({ type });
    else expect(read).toThrow(MalformedEvent);
  });

  it.each(byType.map((webhook) => ({ webhook, type: webhook.type })))('read a thin $type', ({ webhook, type }) => {
    const body = webhookBody({ type, payload: webhook.payload, createdAt }, true);

    expect(parseEvent(body)).toEqual({
      type: 'thin',
      of: type,
      timestamp: '2026-11-22T02:10:00.000Z',
      data: { caseNumber: webhook.payload['caseNumber'], version: webhook.payload['version'] },
    });
  });

  it.each([
    { thin: false, data: { department: 'gas-supply' } },
    { thin: true, data: {} },
  ])('read the test of an endpoint, thin: $thin', ({ thin, data }) => {
    const body = webhookBody({ type: 'endpoint.test', payload: { department: 'gas-supply' }, createdAt }, thin);

    expect(parseEvent(body)).toEqual({ type: 'endpoint.test', timestamp: '2026-11-22T02:10:00.000Z', data });
  });
});
