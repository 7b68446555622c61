import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { verifyWebhook } from './verify-webhook.js';

const SECRET = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const body = Buffer.from('{"type":"case.closed"}');
const now = new Date('2026-11-26T00:00:00Z');
const signed = {
  'webhook-id': 'msg_1',
  'webhook-timestamp': '1795651200',
  'webhook-signature': new Webhook(SECRET).sign('msg_1', now, body),
};

/** Headers as Node's server hands them out when they were sent like this. */
async function received(headers: Record<string, string | string[]>): Promise<IncomingHttpHeaders> {
  const server = createServer((incoming, response) => response.end(JSON.stringify(incoming.headers)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const text = await new Promise<string>((resolve, reject) => {
    request({ port, host: '127.0.0.1', headers }, async (answer) => {
      let all = '';
      for await (const chunk of answer) all += String(chunk);
      resolve(all);
    })
      .on('error', reject)
      .end();
  });
  server.close();
  return JSON.parse(text) as IncomingHttpHeaders;
}

describe('headers', () => {
  it.each([
    ['of a Request', new Headers(signed)],
    ['in capitals', Object.fromEntries(Object.entries(signed).map(([name, value]) => [name.toUpperCase(), value]))],
    ['in lists of one', Object.fromEntries(Object.entries(signed).map(([name, value]) => [name, [value]]))],
  ])('are read %s', (_, headers) => {
    expect(verifyWebhook(headers, body, [SECRET], { now })).toEqual({ kind: 'verified', id: 'msg_1', at: now });
  });

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const)('are malformed when %s came twice', async (name) => {
    const twice = await received({ ...signed, [name]: [signed[name], signed[name]] });

    expect(verifyWebhook(await received(signed), body, [SECRET], { now })).toMatchObject({ kind: 'verified' });
    expect(verifyWebhook(twice, body, [SECRET], { now })).toEqual({ kind: 'refused', refusal: 'malformed-header' });
  });
});

describe('settings', () => {
  it('narrow the tolerance', () => {
    const later = new Date(now.getTime() + 11_000);

    expect(verifyWebhook(signed, body, [SECRET], { now: later })).toMatchObject({ kind: 'verified' });
    expect(verifyWebhook(signed, body, [SECRET], { now: later, toleranceSeconds: 10 })).toEqual({
      kind: 'refused',
      refusal: 'outside-tolerance',
    });
  });

  it.each([
    ['without its prefix', 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='],
    ['too short', 'whsec_c2hvcnQ='],
    ['no base64', 'whsec_in clear text, and long enough'],
    ['a public key of another length', 'whpk_c2hvcnQ='],
    ['a private key', 'whsk_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='],
    ['empty', ''],
  ])('are wrong with a secret that is %s', (_, secret) => {
    expect(() => verifyWebhook(signed, body, [secret], { now })).toThrow(TypeError);
  });

  it('are wrong without a secret', () => {
    expect(() => verifyWebhook(signed, body, [], { now })).toThrow('at least one secret');
  });
});
