import { describe, expect, it } from '@jest/globals';
import { createAdapter } from '../adapters.js';

const NOW = new Date('2026-11-22T04:00:00Z');
// printf '1795320000.{"events":[]}' | openssl dgst -sha256|-sm3 -hmac sesame-grid-push; MD5 with the secret behind the text
const SIGNED = {
  'hmac-sha256': '6f3ea151e2e43dfab1b740575b703df2e9dc81dba51e6e1079ef1841a44ef237',
  'hmac-sm3': 'd253433def77dc2945d0b11944090e18491f53ee7fdfc2f157c5939840f8760e',
  md5: '7b5edccd3d2f081b215fcda4555aacfc',
} as const;
type Signature = keyof typeof SIGNED;

function receive(configured: Signature | undefined, signature: string): unknown {
  const settings = { baseUrl: 'http://grid', appKey: 'huiliu', pushSecret: 'sesame-grid-push', key: 'k', secret: 's' };
  const adapter = createAdapter('grid-push', { ...settings, ...(configured && { signature: configured }) });
  const headers = { 'x-app-key': 'huiliu', 'x-timestamp': '1795320000', 'x-signature': signature };
  return adapter.receive!({ headers, body: Buffer.from('{"events":[]}') }, NOW);
}

const nothing = { records: [], unreadable: [] };
const refused = expect.objectContaining({ name: 'RejectedError', code: 'PUSH_SIGNATURE_INVALID' });

describe('the signature of a push', () => {
  it.each(Object.keys(SIGNED) as Signature[])(
    'is accepted when it is made by %s as the settings say, and no other is',
    (configured) => {
      expect(receive(configured, SIGNED[configured])).toEqual(nothing);
      for (const other of Object.keys(SIGNED) as Signature[]) {
        if (other !== configured) expect(() => receive(configured, SIGNED[other])).toThrow(refused);
      }
    },
  );

  it('is HMAC-SHA256 when nothing is said', () => {
    expect(receive(undefined, SIGNED['hmac-sha256'])).toEqual(nothing);
    expect(() => receive(undefined, '')).toThrow(refused);
  });
});
