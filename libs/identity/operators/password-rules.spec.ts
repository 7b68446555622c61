import { describe, expect, it } from '@jest/globals';
import { faultOfPassword } from './password-rules.js';

describe('a new password', () => {
  it.each([
    'correct horse battery staple',
    '云岚东三巷口的那棵老桂花树',
    '清晨六点的渡口有雾也有船',
    'tram-kettle-orbit',
    'right-password-to-the-river',
  ])('may be %s', (password) => {
    expect(faultOfPassword(password, 'li')).toBeUndefined();
  });

  it.each([
    ['short-one', '口令至少要有 12 个字符'],
    ['x'.repeat(129), '口令最多 128 个字符'],
    ['zhangwei likes tea', '口令不能包含账号名'],
    ['ZHANGWEI-likes-tea', '口令不能包含账号名'],
    ['aaaabbbbaaaabbbb', '口令用的字符太少'],
    ['password1234', '口令太常见，容易被猜到'],
    ['P@ssw0rd2026!!', '口令太常见，容易被猜到'],
    ['qwertyuiop123456', '口令太常见，容易被猜到'],
    ['woaini1314520', '口令太常见，容易被猜到'],
    ['Huiliu@2026#12345', '口令太常见，容易被猜到'],
    ['汇流管理员密码123456', '口令太常见，容易被猜到'],
  ])('may not be %s', (password, fault) => {
    expect(faultOfPassword(password, 'zhangwei')).toBe(fault);
  });

  it('may hold the letters of a very short name', () => {
    expect(faultOfPassword('lilies by the river', 'li')).toBeUndefined();
  });
});
