import { expect, it } from '@jest/globals';
import { availableCipher, availableHash } from './available-crypto.js';

it('finds what this Node has', () => {
  expect(availableHash('sm3')).toBe('sm3');
  expect(availableCipher('sm4-cbc')).toBe('sm4-cbc');
});

it.each([
  ['sm3', () => availableHash('sm3', ['md5', 'sha256'])],
  ['sm4-ecb', () => availableCipher('sm4-ecb', ['aes-128-cbc'])],
])('asks a person for another Node when %s is not built in', (name, ask) => {
  expect(ask).toThrow(expect.objectContaining({ name: 'OperatorError', code: 'CONFIG_INVALID' }));
  expect(ask).toThrow(name);
});
