import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AdminDesk, CASE } from '#test/support/admin-desk.js';
import type { DepartmentView } from './departments.service.js';
import type { GridView } from './grids.service.js';

/** 云岚街道's first grid of the demo city. */
const GRID = '370299001001001';

describe('grids, departments and calendars for the console', () => {
  let desk: AdminDesk;
  const grid = async (code: string): Promise<GridView | undefined> =>
    (await desk.get('grids')).json<{ items: GridView[] }>().items.find((one) => one.code === code);
  const department = async (id: string): Promise<DepartmentView | undefined> =>
    (await desk.get('departments')).json<{ items: DepartmentView[] }>().items.find((one) => one.id === id);

  beforeAll(async () => {
    desk = await AdminDesk.open();
  });
  afterAll(async () => {
    await desk?.end();
  });
  beforeEach(async () => {
    await desk.reset();
    await desk.source.query(`update cases set grid_code = '${GRID}', lead = 'urban-management' where id = '${CASE}'`);
  });

  it('show a grid with its place, its neighbours, and what is open and overdue in it', async () => {
    const shown = await grid(GRID);
    expect(shown).toMatchObject({ street: '云岚街道', open: 1, overdue: 0 });
    const [longitude, latitude] = shown?.centre ?? [];
    const [west, east] = [Math.min, Math.max].map((most) => most(...(shown?.ring ?? []).map(([x]) => x)));
    expect(longitude).toBeGreaterThan(west);
    expect(longitude).toBeLessThan(east);
    expect(latitude).toBeCloseTo(36, 0);
    expect(shown?.neighbours.length).toBeGreaterThan(0);
    for (const code of shown?.neighbours ?? []) expect((await grid(code))?.neighbours).toContain(GRID);
  });

  it('count a clock that ran out, and leave out what is closed', async () => {
    await desk.source.query(`update case_clocks set due_at = '2026-11-20T01:59:00Z'`);
    expect(await grid(GRID)).toMatchObject({ open: 1, overdue: 1 });
    expect(await department('urban-management')).toMatchObject({ open: 1, overdue: 1 });
    await desk.source.query(`update cases set closed_at = '2026-11-20T01:59:30Z'`);
    expect(await grid(GRID)).toMatchObject({ open: 0, overdue: 0 });
    expect(await department('urban-management')).toMatchObject({ open: 0, overdue: 0 });
  });

  it('show a department with its duties', async () => {
    expect(await department('traffic-police')).toMatchObject({ name: expect.any(String), kind: 'bureau', open: 0 });
    const { items } = (await desk.get('departments/street-wangyu/duties')).json<{ items: object[] }>();
    expect(items).toContainEqual({
      ...{ category: 'E0110', name: expect.any(String), className: expect.any(String), street: '望屿街道', as: 'lead' },
    });
    expect((await department('street-wangyu'))?.leads).toBe(
      items.filter((line) => (line as { as: string }).as === 'lead').length,
    );
    expect((await desk.get('departments/nobody/duties')).statusCode).toBe(404);
  });

  it('show the working days of a year with what the State Council moved', async () => {
    const calendar = (await desk.get('calendars?year=2026')).json<{
      workdays: string[];
      holidays: string[];
      makeUpDays: string[];
    }>();
    expect(calendar).toMatchObject({ zone: 'Asia/Shanghai', year: 2026 });
    expect(calendar.holidays).toContain('2026-10-01');
    expect(calendar.workdays).toContain('2026-11-20');
    expect(calendar.workdays).not.toContain('2026-11-21');
    expect(calendar.makeUpDays.every((day) => calendar.workdays.includes(day))).toBe(true);
    expect((await desk.get('calendars')).json()).toMatchObject({ year: 2026 });
    for (const year of ['1999', '2101', 'next']) expect((await desk.get(`calendars?year=${year}`)).statusCode).toBe(400);
  });
});
