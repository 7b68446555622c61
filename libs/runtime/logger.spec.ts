import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.js';

const linesOf = (write: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] => {
  const lines: string[] = [];
  write(createLogger('debug', { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('a line of the log', () => {
  it('names nobody, whether in its message, its fields or an error', () => {
    const lines = linesOf((logger) => {
      logger.log('李雷打来13800001234');
      logger.warn({ caller: { phone: '13800001234' }, note: '联系人：王小明' }, '来电');
      logger.error(new Error('no such caller: 13900005678'));
    });

    expect(lines[0]).toMatchObject({ msg: '李雷打来138****1234' });
    expect(lines[1]).toMatchObject({ caller: { phone: '138****1234' }, note: '联系人：王**', msg: '来电' });
    expect(lines[2]).toMatchObject({ err: { message: 'no such caller: 139****5678' } });
    expect(JSON.stringify(lines)).not.toMatch(/13800001234|13900005678|王小明/);
  });

  it('tells no secret', () => {
    const [line] = linesOf((logger) =>
      logger.log({ token: 't', headers: { authorization: 'Bearer b' }, a: { b: { password: 'p' } } }),
    );
    expect(line).toMatchObject({ token: '***', headers: { authorization: '***' }, a: { b: { password: '***' } } });
  });
});
