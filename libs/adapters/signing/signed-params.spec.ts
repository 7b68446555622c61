import { expect, it } from '@jest/globals';
import { md5OfParams } from './signed-params.js';

// printf 'appCode=huiliu&nonce=n-1&timestamp=1795320000&key=sesame' | openssl dgst -md5
const VECTOR = '0C58D6416874741CA4EACDCE6FF94476';

it('sorts the parameters and puts the secret behind them', () => {
  expect(md5OfParams({ timestamp: '1795320000', appCode: 'huiliu', nonce: 'n-1' }, 'sesame')).toBe(VECTOR);
});

it('leaves out what is empty', () => {
  expect(md5OfParams({ timestamp: '1795320000', appCode: 'huiliu', area: '', nonce: 'n-1' }, 'sesame')).toBe(VECTOR);
});
