import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Servers } from '#test/support/listening.js';
import { createAdapter } from '../adapters.js';

const servers = new Servers();
afterEach(() => servers.close());

/** The form of the first request of a pull. */
async function formOf(settings: Readonly<Record<string, unknown>>): Promise<URLSearchParams> {
  const forms: URLSearchParams[] = [];
  const server = createServer((request, answer) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      forms.push(new URLSearchParams(body));
      answer.end('{"code":0,"result":{"items":[],"lastItem":"","hasMore":false}}');
    });
  });
  const baseUrl = `http://127.0.0.1:${await servers.listen(server)}`;
  const adapter = createAdapter('portal', { baseUrl, appCode: 'huiliu', secret: 'sesame-portal', ...settings });
  await adapter.pull!(undefined, new AbortController().signal)[Symbol.asyncIterator]().next();
  return forms[0];
}

describe('the signature of the portal', () => {
  // printf '%s' 'huiliu{"lastItem":"","pageSize":50}' | openssl dgst …, OpenSSL 3.0.19
  it.each([
    ['md5', 'b5795f8618edc56b57fdea36c5e911fc'],
    ['hmac-sha256', '62d302fd86a8ee951629a38534bde1afa029ef03b80aac5a8576510190725c1b'],
    ['hmac-sm3', '3fa60d7d166a9d0139a4908f6b6cf2f5cc31f78af6b30c98f6ee842cbd4e2d42'],
    ['md5-params', '69DBC2113B26AE415E9BE546245AF951'],
  ])('is made by %s', async (signature, expected) => {
    const form = await formOf({ signature });
    expect(form.get('param')).toBe('{"lastItem":"","pageSize":50}');
    expect(form.get('signature')).toBe(expected);
  });

  it('is MD5 when nothing is said', async () => {
    expect((await formOf({})).get('signature')).toBe('b5795f8618edc56b57fdea36c5e911fc');
  });

  it('is none of which nobody has heard', () => {
    expect(() => createAdapter('portal', { baseUrl: 'http://p', appCode: 'a', secret: 's', signature: 'sha1' })).toThrow(
      'signature',
    );
  });
});
