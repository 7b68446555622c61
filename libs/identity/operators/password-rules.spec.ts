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
    ['short-one', '密码至少要有 12 个字符'],
    ['x'.repeat(129), '密码最多 128 个字符'],
    ['zhangwei likes tea', '密码不能包含账号名'],
    ['ZHANGWEI-likes-tea', '密码不能包含账号名'],
    ['aaaabbbbaaaabbbb', '密码用的字符太少'],
    ['password1234', '密码太常见，容易被猜到'],
    ['P@ssw0rd2026!!', '密码太常见，容易被猜到'],
    ['qwertyuiop123456', '密码太常见，容易被猜到'],
    ['woaini1314520', '密码太常见，容易被猜到'],
    ['Huiliu@2026#12345', '密码太常见，容易被猜到'],
    ['汇流管理员密码123456', '密码太常见，容易被猜到'],
  ])('may not be %s', (password, fault) => {
    expect(faultOfPassword(password, 'zhangwei')).toBe(fault);
  });

  it('may hold the letters of a very short name', () => {
    expect(faultOfPassword('lilies by the river', 'li')).toBeUndefined();
  });
});
