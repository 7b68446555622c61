import { describe, expect, it } from '@jest/globals';
import { MalformedEvent, parseEvent } from './parse-event.js';

const closed = (data: unknown) => JSON.stringify({ type: 'case.closed', timestamp: '2026-11-22T02:00:00.000Z', data });

describe('reading an event', () => {
  it('takes text as well as bytes, and keeps fields it does not know', () => {
    const body = closed({ caseNumber: 'HL1', version: 4, because: '群众满意', later: true });

    const event = parseEvent(body);

    expect(parseEvent(Buffer.from(body))).toEqual(event);
    expect(event).toEqual({
      type: 'case.closed',
      timestamp: '2026-11-22T02:00:00.000Z',
      data: { caseNumber: 'HL1', version: 4, because: '群众满意', later: true },
    });
  });

  it('tells types apart, so that their data is typed', () => {
    const event = parseEvent(closed({ caseNumber: 'HL1', version: 4, because: '群众满意' }));

    expect(event.type === 'case.closed' ? event.data.because.length : 0).toBe(4);
  });

  it('hands out a type of a later release as unknown', () => {
    const body = JSON.stringify({ type: 'case.sung', timestamp: '2026-11-22T02:00:00.000Z', data: { song: 1 } });

    expect(parseEvent(body)).toEqual({
      type: 'unknown',
      of: 'case.sung',
      timestamp: '2026-11-22T02:00:00.000Z',
      data: { song: 1 },
    });
  });

  it.each([
    ['no JSON', '{"type":', 'the body is no JSON'],
    ['no object', '[]', 'the body is no object'],
    ['nothing', 'null', 'the body is no object'],
    ['no type', '{"timestamp":"x","data":{}}', 'the body.type is no text'],
    ['no data', '{"type":"case.closed","timestamp":"x"}', 'the body.data is no object'],
    ['no reason', closed({ caseNumber: 'HL1', version: 4, more: 1 }), 'data.because is no text'],
    ['a version in letters', closed({ caseNumber: 'HL1', version: 'four', because: '' }), 'data.version is no number'],
    [
      'a report without text',
      JSON.stringify({
        type: 'case.report_attached',
        timestamp: 'x',
        data: { caseNumber: 'HL1', version: 1, reports: [{ platform: 'hotline', externalId: '1' }] },
      }),
      'data.reports[0].text is no text',
    ],
    [
      'a list that is none',
      JSON.stringify({ type: 'case.report_attached', timestamp: 'x', data: { caseNumber: 'HL1', version: 1, reports: {} } }),
      'data.reports is no list',
    ],
  ])('refuses %s and names the field', (_, body, complaint) => {
    expect(() => parseEvent(body)).toThrow(MalformedEvent);
    expect(() => parseEvent(body)).toThrow(complaint);
  });

  it('refuses bytes that are no UTF-8', () => {
    expect(() => parseEvent(Buffer.from([0x22, 0xff, 0x22]))).toThrow(MalformedEvent);
  });
});
