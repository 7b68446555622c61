import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import exceljs from 'exceljs';
import { DataSource } from 'typeorm';
import { loadReference } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import { Clock } from '#domain/ports/clock.js';
import { IdSource } from '#domain/ports/ids.js';
import { Platforms } from '#domain/ports/platforms.js';
import { City } from '#pipeline/city.js';
import { ConfiguredCity } from '#pipeline/configured-city.js';
import { UuidV7 } from '#runtime/uuid-v7.js';
import { createDataSource } from '#storage/data-source.js';
import { ReadingModule } from '#storage/reading/reading.module.js';
import type { TestDatabase } from '#test/support/database.js';
import { openAdminApp, signInAs } from '#test/support/admin-app.js';
import { freshDatabase } from '#test/support/database.js';
import type { ToldCase } from '#test/support/told-cases.js';
import { tellCases, toldUuid } from '#test/support/told-cases.js';
import { requestPipe } from '../../request-pipe.js';
import { CityWords } from '../city-words.js';
import { IdentityModule } from '../session/identity.module.js';
import { BulletinsController } from './bulletins.controller.js';
import { BulletinsService } from './bulletins.service.js';

const HOTLINE = { id: 'hotline', title: '12345 政务热线' } as Platforms extends { all(): readonly (infer P)[] } ? P : never;
class OnePlatform extends Platforms {
  override all() {
    return [HOTLINE];
  }
  override find(id: string) {
    return id === 'hotline' ? HOTLINE : undefined;
  }
}

const CASES: ToldCase[] = [
  {
    ...{ id: 1, street: '云岚街道', grid: '370299001001001', routedTo: 'urban-management', due: '2026-11-18 00:00' },
    met: '2026-11-17 09:00',
    reports: [{ id: 101, platform: 'hotline', at: '2026-11-16 00:00' }],
    events: [
      ['case.dispatched', '2026-11-16 00:01', { lead: 'urban-management' }],
      ['case.handled', '2026-11-17 09:00', { department: 'urban-management' }],
      ['case.revisited', '2026-11-17 12:00', { reportId: toldUuid(101), solved: true, satisfied: false }],
    ],
  },
  {
    ...{ id: 2, street: '听潮街道', grid: '370299009009009', routedTo: 'street-renamed-away', due: '2026-11-15 12:00' },
    reports: [{ id: 102, platform: 'closed-down', at: '2026-11-15 23:59' }],
    events: [['case.dispatched', '2026-11-15 11:00', { lead: 'street-renamed-away' }]],
  },
  { id: 3, reports: [{ id: 103, platform: 'hotline', at: '2026-11-17 08:00' }] },
];

interface Line {
  readonly id: string | null;
  readonly name: string;
  readonly received: number;
  readonly overdue: number;
  readonly completionRate: number | null;
  readonly change: Omit<Line, 'change'>;
}
type Shown = Readonly<Record<'departments' | 'streets' | 'grids' | 'platforms', readonly Line[]>> & {
  readonly total: Line;
  readonly week: string;
  readonly until: string;
};

describe('the weekly bulletin', () => {
  const clock = { at: new Date('2026-11-25T02:00:00Z'), now: () => clock.at };
  let database: TestDatabase;
  let source: DataSource;
  let app: NestFastifyApplication;
  let authorization: string;

  beforeAll(async () => {
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 2 });
    await source.initialize();
    await tellCases(source, CASES);
    const { reference } = loadReference(join(projectRoot(), 'config', 'demo'), {});
    const ports = [
      { provide: DataSource, useValue: source },
      { provide: Clock, useValue: clock },
      { provide: IdSource, useValue: new UuidV7() },
      { provide: City, useValue: new ConfiguredCity(reference, 1000) },
      { provide: Platforms, useValue: new OnePlatform() },
    ];
    @Module({
      imports: [IdentityModule, ReadingModule],
      controllers: [BulletinsController],
      providers: [{ provide: APP_PIPE, useFactory: requestPipe }, BulletinsService, CityWords],
    })
    class Bulletins {}
    app = await openAdminApp(Bulletins, ports);
    authorization = await signInAs(app, 'li');
  });
  afterAll(async () => {
    await app?.close();
    await source?.destroy();
    await database?.drop();
  });

  const get = (query = '') => app.inject({ url: `/api/v1/bulletins${query}`, headers: { authorization } });
  const shown = async (query?: string): Promise<Shown> => (await get(query)).json<Shown>();

  it('gives every figure and rate of a week, and what changed on the week before', async () => {
    const { departments, streets, grids, platforms, ...rest } = await shown('?week=2026-W47');
    expect(rest).toEqual({
      week: '2026-W47',
      previous: '2026-W46',
      from: '2026-11-15T16:00:00.000Z',
      before: '2026-11-22T16:00:00.000Z',
      until: '2026-11-22T16:00:00.000Z',
      total: {
        ...{ received: 2, opened: 2, repeated: 0, dispatched: 1, returned: 0, due: 1, resolved: 1, onTime: 1, overdue: 0 },
        ...{ asked: 1, satisfied: 0, completionRate: 100, onTimeRate: 100, returnRate: 0, satisfactionRate: 0 },
        change: {
          ...{ received: 1, opened: 1, repeated: 0, dispatched: 0, returned: 0, due: 0, resolved: 1, onTime: 1, overdue: -1 },
          ...{ asked: 1, satisfied: 0, completionRate: 100, onTimeRate: 100, returnRate: 0, satisfactionRate: null },
        },
      },
    });
    expect([departments, streets, grids, platforms].map((rows) => rows.length)).toEqual([3, 3, 3, 2]);
  });

  it('calls everybody by the name people know, and who is configured no longer by their id', async () => {
    const { departments, streets, grids, platforms } = await shown('?week=2026-W47');
    const lines = (rows: readonly Line[]) => rows.map(({ id, name, received, change }) => [id, name, received, change.received]);
    expect(lines(departments)).toEqual([
      ['urban-management', '区城市管理局', 1, 1],
      ['street-renamed-away', 'street-renamed-away', 0, -1],
      [null, '未派遣', 1, 1],
    ]);
    expect(lines(streets)).toEqual([
      ['云岚街道', '云岚街道', 1, 1],
      ['听潮街道', '听潮街道', 0, -1],
      [null, '街道不明', 1, 1],
    ]);
    expect(lines(grids)).toEqual([
      ['370299001001001', '岚前社区第一网格', 1, 1],
      ['370299009009009', '370299009009009', 0, -1],
      [null, '网格不明', 1, 1],
    ]);
    expect(lines(platforms)).toEqual([
      ['hotline', '12345 政务热线', 2, 2],
      ['closed-down', 'closed-down', 0, -1],
    ]);
  });

  it('is a workbook as well: a sheet for each breakdown, with the total and what changed', async () => {
    const answer = await app.inject({ url: '/api/v1/bulletins.xlsx?week=2026-W47', headers: { authorization } });
    expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([
      200,
      'attachment; filename="bulletin-2026-W47.xlsx"',
    ]);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(answer.rawPayload as never);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['部门', '街道', '网格', '平台']);
    const sheet = workbook.worksheets[3];
    const cells = (row: number, ...columns: number[]) => columns.map((column) => sheet.getRow(row).getCell(column).value);
    expect(cells(1, 1, 2, 13, 17)).toEqual(['2026-W47 平台', '受理诉求', '办结率 %', '受理诉求较2026-W46']);
    expect([2, 3, 4].map((row) => cells(row, 1, 2, 17))).toEqual([
      ['12345 政务热线', 2, 2],
      ['closed-down', 0, -1],
      ['合计', 2, 1],
    ]);
    expect(cells(4, 13, 16)).toEqual([100, 0]);
  });

  it('is that of the last whole week where none is named', async () => {
    clock.at = new Date('2026-11-22T15:59:59Z');
    expect((await shown()).week).toBe('2026-W46');
    clock.at = new Date('2026-11-22T16:00:00Z');
    expect((await shown()).week).toBe('2026-W47');
  });

  it('counts a week that lasts up to now', async () => {
    clock.at = new Date('2026-11-15T03:59:00Z');
    expect(await shown('?week=2026-W46')).toMatchObject({ until: '2026-11-15T03:59:00.000Z', total: { overdue: 0 } });
    clock.at = new Date('2026-11-15T04:01:00Z');
    expect(await shown('?week=2026-W46')).toMatchObject({ until: '2026-11-15T04:01:00.000Z', total: { overdue: 1 } });
  });

  it.each(['2025-W53', '2026-47', '', '2026-W47&week=2026-W48'])('refuses %p, which is no week', async (week) => {
    const answer = await get(`?week=${week}`);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      400,
      { code: 'REQUEST_INVALID', errors: [{ field: 'week', message: '不是 ISO 周，应写作 2026-W47' }] },
    ]);
  });

  it('is for people who are signed in', async () => {
    expect((await app.inject({ url: '/api/v1/bulletins' })).statusCode).toBe(401);
  });
});
