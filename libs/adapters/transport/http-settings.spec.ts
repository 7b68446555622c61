import { inspect } from 'node:util';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { describe, expect, it } from '@jest/globals';
import { HttpSettings } from './http-settings.js';

const good = { baseUrl: 'http://10.1.2.3/hotline' };
const madeOf = (settings: object): HttpSettings => plainToInstance(HttpSettings, settings);
const faulty = (settings: object): string[] =>
  validateSync(madeOf({ ...good, ...settings }), { whitelist: true, forbidNonWhitelisted: true }).map(({ property }) => property);

describe('settings of HTTP', () => {
  it.each([
    [{}],
    [{ requestsPerMinute: 60 }],
    [{ proxyUrl: 'http://proxy:3128' }],
    [{ proxyUrl: 'http://proxy:3128', proxyUser: 'huiliu', proxyPassword: 'sesame' }],
    [{ clientCertificate: '/c', clientKey: '/k', clientKeyPassphrase: 'sesame', ca: '/ca' }],
  ])('take %j', (settings) => {
    expect(faulty(settings)).toEqual([]);
  });

  it.each([
    [{ requestsPerMinute: 0 }, ['requestsPerMinute']],
    [{ proxyUrl: 'http://huiliu:sesame@proxy:3128' }, ['proxyUrl']],
    [{ proxyUrl: 'socks5://proxy' }, ['proxyUrl']],
    [{ proxyUser: 'huiliu' }, ['proxyPassword']],
    [{ proxyPassword: 'sesame' }, ['proxyUser']],
    [{ clientCertificate: '/c' }, ['clientKey']],
    [{ clientKey: '/k' }, ['clientCertificate']],
    [{ rejectUnauthorized: false }, ['rejectUnauthorized']],
  ])('refuse %j', (settings, fields) => {
    expect(faulty(settings)).toEqual(fields);
  });

  it('show no secret, however they are printed', () => {
    const settings = madeOf({ ...good, proxyUser: 'huiliu', proxyPassword: 'sesame-1', clientKeyPassphrase: 'sesame-2' });
    const adapter = { settings };
    for (const shown of [inspect(adapter, { depth: 9 }), inspect(settings, { showHidden: true }), JSON.stringify(adapter)]) {
      expect(shown).toContain('http://10.1.2.3/hotline');
      expect(shown).toContain('[secret]');
      expect(shown).not.toContain('sesame');
    }
  });
});
