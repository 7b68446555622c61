import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#config/load-config.js';
import { makeCertificate } from '#test/support/certificates.js';
import type { MadeCertificate } from '#test/support/certificates.js';
import { wayOut } from './way-out.js';

let folder: string;
let ours: MadeCertificate;
let other: MadeCertificate;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'way-out-'));
  ours = makeCertificate(folder, 'ours', { passphrase: 'sesame' });
  other = makeCertificate(folder, 'other');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const from = (environment: Record<string, string>) => wayOut(loadConfig(environment));

describe('the way out', () => {
  it('is straight ahead unless something is set', () => {
    expect(from({})).toEqual({ certificates: {} });
  });

  it('is by the proxy, with our certificate, believing our authorities and everybody’s', () => {
    const way = from({
      HUB_EGRESS_PROXY: 'http://hub:sesame@proxy.internal:3128',
      HUB_CLIENT_CERTIFICATE: ours.certFile,
      HUB_CLIENT_KEY: ours.keyFile,
      HUB_CLIENT_KEY_PASSPHRASE: 'sesame',
      HUB_TRUSTED_CA: other.certFile,
    });
    expect(way.proxyUrl).toBe('http://hub:sesame@proxy.internal:3128');
    expect(way.certificates).toMatchObject({ cert: ours.cert, key: ours.key, passphrase: 'sesame' });
    expect(way.certificates?.ca).toEqual([...rootCertificates, other.cert]);
  });

  it.each([
    ['a key alone', () => ({ HUB_CLIENT_KEY: ours.keyFile }), 'give both or neither'],
    [
      'a file that is not there',
      () => ({ HUB_TRUSTED_CA: '/nowhere.pem' }),
      'HUB_TRUSTED_CA: the file /nowhere.pem cannot be read',
    ],
    [
      'a wrong passphrase',
      () => ({ HUB_CLIENT_CERTIFICATE: ours.certFile, HUB_CLIENT_KEY: ours.keyFile, HUB_CLIENT_KEY_PASSPHRASE: 'open' }),
      'a wrong passphrase',
    ],
    [
      'a key of another certificate',
      () => ({ HUB_CLIENT_CERTIFICATE: ours.certFile, HUB_CLIENT_KEY: other.keyFile }),
      'a key of another certificate',
    ],
  ])('is refused with %s', (_, environment, message) => {
    expect(() => from(environment())).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.stringContaining(message) }),
    );
  });

  it('is refused with a proxy that is no address', () => {
    expect(() => from({ HUB_EGRESS_PROXY: 'socks://proxy' })).toThrow(/HUB_EGRESS_PROXY/);
  });
});
