import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AttachmentStore } from '#domain/ports/attachment-store.js';
import { Clock } from '#domain/ports/clock.js';
import { RefusalLog } from '#domain/ports/refusal-log.js';
import { ApiKeys } from '#identity/api-keys/api-keys.js';
import { SqlRefusalLog } from '#storage/sql-refusal-log.js';
import { openAdminApp } from '#test/support/admin-app.js';
import { attachmentRig } from '#test/support/attachment-rig.js';
import type { AttachmentRig } from '#test/support/attachment-rig.js';
import { FILE_SAMPLES } from '#test/support/file-samples.js';
import { until } from '#test/support/until.js';
import { DepartmentAttachmentsModule } from './attachments.module.js';

const SHA256_OF_JPEG = 'af148a4ff4e9dfa9b8d2edfc07e7d3514bb799fdec395c001285001fb9a406e2';

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

describe('attachments of departments', () => {
  let rig: AttachmentRig;
  let app: NestFastifyApplication;
  let base: string;
  let token: string;

  beforeAll(async () => {
    rig = await attachmentRig();
    app = await openAdminApp(DepartmentAttachmentsModule, [
      { provide: DataSource, useValue: rig.source },
      { provide: Clock, useValue: rig.clock },
      { provide: RefusalLog, useValue: new SqlRefusalLog(rig.source, rig.clock) },
      { provide: AttachmentStore, useValue: rig.store },
    ]);
    await app.listen(0, '127.0.0.1');
    base = `${await app.getUrl()}/department/v1/cases`;
    const terms = { name: '燃气系统', role: 'department', scopeKind: 'department', scopeIds: ['gas-supply'] };
    ({ token } = await app.get(ApiKeys, { strict: false }).make(terms, 'li', rig.clock.at));
  });
  afterEach(() => rig.source.query('truncate attachments, refusals'));
  afterAll(async () => {
    await app.close();
    await rig.close();
  });

  const rows = () =>
    rig.source.query<object[]>(
      `select department, name, type, bytes::int, encode(sha256, 'hex') as sha256, note from attachments`,
    );
  const refusals = () => rig.source.query<object[]>('select who, code from refusals order by id');

  async function post(number: string, form: FormData | string, key = token): Promise<Answer> {
    const answer = await fetch(`${base}/${number}/attachments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, ...(typeof form === 'string' && { 'content-type': 'application/json' }) },
      body: form,
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  function form(content: Buffer, { name = '现场.jpg', note = '', field = 'file', first = '' } = {}): FormData {
    const made = new FormData();
    if (first !== '') made.append(first, '阀门已更换');
    made.append(field, new Blob([content]), name);
    if (note !== '') made.append('note', note);
    return made;
  }

  it('are kept with what is said of them, and the same bytes once', async () => {
    const number = await rig.caseOf('gas-supply');
    const first = await post(number, form(FILE_SAMPLES.jpeg, { name: '../现场|一.jpg', note: ' 阀门已更换 ' }));
    expect(first.status).toBe(201);
    expect(first.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      department: 'gas-supply',
      name: '现场_一.jpg',
      type: 'image/jpeg',
      bytes: 276,
      sha256: SHA256_OF_JPEG,
      note: '阀门已更换',
      at: '2026-11-26T00:00:00.000Z',
    });
    const again = await post(number, form(FILE_SAMPLES.jpeg, { name: 'another name.png' }));
    expect(again).toEqual({ status: 200, body: first.body });
    expect(await rows()).toEqual([
      {
        department: 'gas-supply',
        name: '现场_一.jpg',
        type: 'image/jpeg',
        bytes: 276,
        sha256: SHA256_OF_JPEG,
        note: '阀门已更换',
      },
    ]);
    expect(await rig.files()).toEqual([SHA256_OF_JPEG]);
  });

  it('may have their note before the file', async () => {
    const made = new FormData();
    made.append('note', '维修单');
    made.append('file', new Blob([FILE_SAMPLES.pdf]), 'form.pdf');
    const { status, body } = await post(await rig.caseOf('gas-supply'), made);
    expect([status, body['type'], body['note']]).toEqual([201, 'application/pdf', '维修单']);
  });

  it.each([
    ['a page under a picture’s name', () => form(Buffer.from('<html>')), 415, 'ATTACHMENT_TYPE_REFUSED'],
    ['too large', () => form(Buffer.concat([FILE_SAMPLES.jpeg, Buffer.alloc(10_000)])), 413, 'ATTACHMENT_TOO_LARGE'],
    ['much too large', () => form(Buffer.concat([FILE_SAMPLES.jpeg, Buffer.alloc(3_000_000)])), 413, 'ATTACHMENT_TOO_LARGE'],
    ['in another field', () => form(FILE_SAMPLES.jpeg, { field: 'photo' }), 400, 'REQUEST_INVALID'],
    ['not there', () => form(FILE_SAMPLES.jpeg, { field: 'note' }), 400, 'REQUEST_INVALID'],
    ['said too much of', () => form(FILE_SAMPLES.jpeg, { note: '长'.repeat(501) }), 400, 'REQUEST_INVALID'],
    ['said far too much of', () => form(FILE_SAMPLES.jpeg, { note: '长'.repeat(50_000) }), 400, 'REQUEST_INVALID'],
    [
      'far too large, after a note of the wrong name',
      () => form(Buffer.alloc(3_000_000), { first: 'words' }),
      400,
      'REQUEST_INVALID',
    ],
    ['no form', () => '{}', 400, 'REQUEST_INVALID'],
  ] as [string, () => FormData | string, number, string][])(
    'are refused when one is %s, and leave nothing',
    async (_, content, status, code) => {
      const before = await rig.files();
      const answer = await post(await rig.caseOf('gas-supply'), content());
      expect([answer.status, answer.body['code']]).toEqual([status, code]);
      expect(await rows()).toEqual([]);
      expect(await rig.files()).toEqual(before);
    },
  );

  it('come one a request', async () => {
    const two = form(FILE_SAMPLES.jpeg);
    two.append('file', new Blob([FILE_SAMPLES.png]), 'second.png');
    const before = await rig.files();
    expect((await post(await rig.caseOf('gas-supply'), two)).status).toBe(400);
    expect(await rows()).toEqual([]);
    expect(await rig.files()).toEqual(before);
  });

  it('are as many as one case may have, however many come at once', async () => {
    const number = await rig.caseOf('gas-supply');
    const pictures = [1, 2, 3, 4, 5, 6].map((of) => form(Buffer.concat([FILE_SAMPLES.png, Buffer.from([of])])));
    const answers = await Promise.all(pictures.map((picture) => post(number, picture)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body['code']).toBe('ATTACHMENTS_FULL');
    expect(await rows()).toHaveLength(3);
  });

  it('of a case that is with others are as those of no case, and written down as an attempt', async () => {
    const foreign = await post(await rig.caseOf('heat-supply'), form(FILE_SAMPLES.jpeg));
    const unknown = await post('HL0', form(FILE_SAMPLES.jpeg));
    expect([foreign.status, foreign.body['code']]).toEqual([404, 'CASE_UNKNOWN']);
    expect([unknown.status, unknown.body['code']]).toEqual([404, 'CASE_UNKNOWN']);
    expect(await rows()).toEqual([]);
    expect(await refusals()).toEqual([{ who: 'department:gas-supply', code: 'CASE_FOREIGN' }]);
  });

  it('need the key of a department', async () => {
    const number = await rig.caseOf('gas-supply');
    expect((await post(number, form(FILE_SAMPLES.jpeg), 'hlk_0123')).status).toBe(401);
    expect(await rows()).toEqual([]);
  });

  it('leave nothing when the connection breaks half way', async () => {
    const number = await rig.caseOf('gas-supply');
    const before = await rig.files();
    const broken = httpRequest(`${base}/${number}/attachments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=x', 'content-length': 9_000 },
    });
    broken.on('error', () => undefined);
    broken.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n');
    broken.write(FILE_SAMPLES.jpeg);
    await until(async () => (await rig.files()).length > before.length, 10_000, 'the upload');
    broken.destroy();
    await until(async () => (await rig.files()).length === before.length, 10_000, 'the clearing up');
    expect(await rows()).toEqual([]);
  });
});
