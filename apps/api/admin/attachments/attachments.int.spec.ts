import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { loadReference } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import { as } from '#domain/ids.js';
import { AttachmentStore } from '#domain/ports/attachment-store.js';
import { CaseStore } from '#domain/ports/case-store.js';
import { Clock } from '#domain/ports/clock.js';
import { DeliveryStore } from '#domain/ports/delivery-store.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { IdSource } from '#domain/ports/ids.js';
import { LedgerBook } from '#domain/ports/ledger-book.js';
import { Platforms } from '#domain/ports/platforms.js';
import { ReconcileBook } from '#domain/ports/reconcile-book.js';
import { RecordStore } from '#domain/ports/record-store.js';
import { SchemaBook } from '#domain/ports/schema-book.js';
import { CaseDesk } from '#pipeline/case-desk.js';
import { City } from '#pipeline/city.js';
import { ConfiguredCity } from '#pipeline/configured-city.js';
import { LearnRarity } from '#pipeline/learn-rarity.js';
import { MatchDesk } from '#pipeline/match-desk.js';
import { UndertakingDesk } from '#pipeline/undertaking-desk.js';
import { UuidV7 } from '#runtime/uuid-v7.js';
import { openAdminApp, signInAs } from '#test/support/admin-app.js';
import { attachmentRig } from '#test/support/attachment-rig.js';
import type { AttachmentRig } from '#test/support/attachment-rig.js';
import { FILE_SAMPLES } from '#test/support/file-samples.js';
import { AttachmentsModule } from './attachments.module.js';

/** What other parts of the admin API ask for and no test here speaks to. */
const ELSEWHERE = [
  CaseStore,
  CaseDesk,
  MatchDesk,
  UndertakingDesk,
  LearnRarity,
  RecordStore,
  LedgerBook,
  ReconcileBook,
  SchemaBook,
  DeliveryStore,
  Doorbell,
];

describe('the attachments of a case for operators', () => {
  let rig: AttachmentRig;
  let app: NestFastifyApplication;
  let bearer: string;
  let number: string;
  let id: string;

  beforeAll(async () => {
    rig = await attachmentRig();
    const { reference } = loadReference(join(projectRoot(), 'config', 'demo'), {});
    app = await openAdminApp(AttachmentsModule, [
      { provide: DataSource, useValue: rig.source },
      { provide: Clock, useValue: rig.clock },
      { provide: IdSource, useClass: UuidV7 },
      { provide: City, useValue: new ConfiguredCity(reference, 1000) },
      { provide: Platforms, useValue: { all: () => [], find: () => undefined } },
      { provide: AttachmentStore, useValue: rig.store },
      ...ELSEWHERE.map((provide) => ({ provide, useValue: {} })),
    ]);
    bearer = await signInAs(app, 'li');
    number = await rig.caseOf('gas-supply');
    const content = (async function* () {
      yield FILE_SAMPLES.png;
    })();
    const about = { number: as<never>(number), department: as<never>('gas-supply'), name: "阀门's 井.png", note: '换好了' };
    ({ id } = (await rig.store.keep(await rig.store.stage(content), about)).attachment);
  });
  afterAll(async () => {
    await app.close();
    await rig.close();
  });

  const get = (path: string, authorization = bearer) =>
    app.inject({ method: 'GET', url: `/api/v1/cases/${path}`, headers: { authorization } });

  it('are listed with who laid them there', async () => {
    const { items } = (await get(`${number}/attachments`)).json<{ items: object[] }>();
    expect(items).toMatchObject([
      {
        id,
        department: { id: 'gas-supply', name: '云汇燃气公司' },
        name: "阀门's 井.png",
        type: 'image/png',
        bytes: FILE_SAMPLES.png.length,
        note: '换好了',
        at: '2026-11-26T00:00:00.000Z',
      },
    ]);
  });

  it('come as they were, to be saved and run nowhere', async () => {
    const answer = await get(`${number}/attachments/${id}`);
    expect([answer.statusCode, answer.rawPayload.equals(FILE_SAMPLES.png)]).toEqual([200, true]);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(FILE_SAMPLES.png.length),
      'content-disposition': "attachment; filename*=UTF-8''%E9%98%80%E9%97%A8%27s%20%E4%BA%95.png",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
  });

  it('are of their case alone', async () => {
    const other = await rig.caseOf('gas-supply');
    expect((await get(`${other}/attachments`)).json()).toEqual({ items: [] });
    const foreign = await get(`${other}/attachments/${id}`);
    expect([foreign.statusCode, foreign.json<{ code: string }>().code]).toEqual([404, 'NOT_FOUND']);
    const unknown = await get('HL0/attachments');
    expect([unknown.statusCode, unknown.json<{ code: string }>().code]).toEqual([404, 'CASE_UNKNOWN']);
    expect((await get(`${number}/attachments/1`)).statusCode).toBe(400);
  });

  it('need somebody signed in', async () => {
    expect((await get(`${number}/attachments/${id}`, '')).statusCode).toBe(401);
  });
});
