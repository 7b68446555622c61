import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { ArgumentsHost } from '@nestjs/common';
import { Type } from 'class-transformer';
import { getMetadataStorage, IsNotEmpty, IsPositive, IsRFC3339, IsString, ValidateNested } from 'class-validator';
import { isChecked } from '#test/support/openapi/input-schemas.js';
import { routesOf } from '#test/support/openapi/routes.js';
import { PageDto } from './admin/page.dto.js';
import { ApiModule } from './api.module.js';
import { FAULT_WORDS } from './fault-words.js';
import { ProblemFilter } from './problem.filter.js';
import { requestPipe } from './request-pipe.js';

class Line {
  @IsRFC3339()
  dueAt: string;
}

class Order {
  @IsString()
  @IsNotEmpty()
  department: string;

  @ValidateNested({ each: true })
  @Type(() => Line)
  lines: Line[];

  @IsPositive()
  version: number;
}

/** What an asker of this language is answered. */
async function refusal(value: unknown, metatype: new () => object, language?: string): Promise<Record<string, unknown>> {
  const thrown: unknown = await Promise.resolve()
    .then(() => requestPipe().transform(value, { type: 'body', metatype }))
    .catch((error: unknown) => error);
  let sent: Record<string, unknown> = {};
  const reply = { status: () => reply, header: () => reply, send: (body: Record<string, unknown>) => (sent = body) };
  const request = { headers: { 'accept-language': language } };
  const host = { switchToHttp: () => ({ getRequest: () => request, getResponse: () => reply }) };
  new ProblemFilter({ log: () => undefined, warn: () => undefined, error: () => undefined }).catch(
    thrown,
    host as never as ArgumentsHost,
  );
  return sent;
}

describe('what is wrong with a request', () => {
  it('is told field by field, in Chinese unless another language is asked for', async () => {
    const body = { department: '', version: 0, colour: 'red', lines: [{ dueAt: '2026-12-01' }] };

    expect(await refusal(body, Order)).toEqual({
      type: 'https://huiliu.example/errors#REQUEST_INVALID',
      title: 'RequestInvalid',
      status: 400,
      code: 'REQUEST_INVALID',
      detail:
        'colour: 没有这个字段; department: 不能为空; lines.0.dueAt: 应为带时区的时间，如 2026-12-01T18:00:00+08:00; version: 应大于 0',
      errors: [
        { field: 'colour', code: 'whitelistValidation', message: '没有这个字段' },
        { field: 'department', code: 'isNotEmpty', message: '不能为空' },
        { field: 'lines.0.dueAt', code: 'isRFC3339', message: '应为带时区的时间，如 2026-12-01T18:00:00+08:00' },
        { field: 'version', code: 'isPositive', message: '应大于 0' },
      ],
    });
  });

  it('names the limit that was passed', async () => {
    expect(await refusal({ limit: 500, cursor: 'x'.repeat(401) }, PageDto)).toMatchObject({
      errors: [
        { field: 'cursor', code: 'maxLength', message: '最多 400 个字符' },
        { field: 'limit', code: 'max', message: '不能大于 200' },
      ],
    });
  });

  it.each([
    ['en', 'limit must not be greater than 200'],
    ['en-GB, zh;q=0.8', 'limit must not be greater than 200'],
    ['zh-CN, en;q=0.8', '不能大于 200'],
    ['fr, *;q=0.1', '不能大于 200'],
    ['en;q=0, zh', '不能大于 200'],
  ])('is told to who accepts %s', async (language, message) => {
    expect(await refusal({ limit: 201 }, PageDto, language)).toMatchObject({
      errors: [{ field: 'limit', code: 'max', message }],
    });
  });

  it.each([
    ['U+0000', { cursor: 'a\0b' }, 'cursor', 'unstorable'],
    ['half a character', { cursor: '\ud83d' }, 'cursor', 'unstorable'],
    [
      'a list within a list within …',
      { cursor: JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as object },
      expect.any(String),
      'tooDeep',
    ],
  ])('%s is refused before anything reads it', async (_, body, field, code) => {
    expect(await refusal(body, PageDto)).toMatchObject({ status: 400, errors: [{ field, code }] });
  });

  it('has a Chinese word for every check of every field of the API', () => {
    const shapes = routesOf([ApiModule]).flatMap(({ takes }) => takes.map(({ type }) => type).filter(isChecked));
    const storage = getMetadataStorage();
    const rules = shapes.flatMap((shape) => storage.getTargetValidationMetadatas(shape, '', true, false));
    const checks = rules.filter(({ type }) => type === 'customValidation').map(({ name = '' }) => name);

    const wordless = [...new Set(checks)].filter((name) => !(name in FAULT_WORDS));

    expect(checks.length).toBeGreaterThan(100);
    expect(wordless).toEqual([]);
  });
});
