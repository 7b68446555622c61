import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Operators } from '#apps/api/admin/operators.js';
import { ConsoleBrowser, isWiderThanItsWindow, seriousFaults, shoot, signInAtConsole } from '#test/support/browser.js';
import { Town, withoutDepartments } from '#test/support/town.js';

const PASSWORD = 'a-long-enough-password';

describe('somebody of a department without a system, on a phone', () => {
  let town: Town;
  let browser: ConsoleBrowser;
  let page: Page;
  let dispatched: { number: string; lead: string; title: string };

  const rows = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> => town.query<Row>(sql, parameters);
  const told = async (): Promise<string[]> =>
    (
      await rows<{ type: string }>(
        `select e.type from case_events e join cases c on c.id = e.case_id where c.number = $1 order by e.seq`,
        [dispatched.number],
      )
    ).map(({ type }) => type);

  beforeAll(async () => {
    town = await Town.open({ backend: { name: 'PostgreSQL' }, matters: 12, overSeconds: 1, seed: 5 });
    const hub = await town.startHub({}, withoutDepartments);
    // No operator of the city's own blows whistles in between.
    await town.control('/control/hub', { url: hub.url });
    await town.allRead();
    [dispatched] = await rows<typeof dispatched>(DISPATCHED);
    await hub.app.get(Operators, { strict: false }).setPassword('wang', PASSWORD);
    await rows(`update operators set role = 'department', scope_kind = 'department', scope_ids = array[$1] where name = 'wang'`, [
      dispatched.lead,
    ]);
    browser = await ConsoleBrowser.open(hub.url);
    page = await browser.page('phone');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await town?.end();
  });

  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

  it('finds its cases, and signs for one', async () => {
    await signInAtConsole(page, 'wang', PASSWORD);
    await page.getByText(dispatched.title).first().waitFor();
    await shoot(page, 'department-cases-phone');
    await page.goto(`/cases/${dispatched.number}`);
    await press('签收');
    await press('确定签收');
    await page.getByRole('button', { name: '办结上报', exact: true }).waitFor();
    expect(await told()).toContain('case.signed');
    expect(await page.getByRole('button', { name: '移出' }).count()).toBe(0);
    await shoot(page, 'department-case-phone');
    expect(await seriousFaults(page)).toEqual([]);
    expect(await isWiderThanItsWindow(page)).toBe(false);
  }, 300_000);

  it('hands in the result, and the citizen reads it on the platform', async () => {
    await press('办结上报');
    await page.getByRole('dialog', { name: '办结上报' }).locator('textarea').fill('已到现场处理完毕，恢复正常。');
    await shoot(page, 'department-hand-in-phone');
    await press('确定办结上报');
    await page.getByText('已答复到人').first().waitFor();
    expect(await told()).toContain('case.handled');
    expect(browser.faults).toEqual([]);
  }, 300_000);
});

const DISPATCHED = `
  select c.number, c.lead, c.title from cases c where c.status = 'dispatched' and c.lead is not null
  order by c.opened_at limit 1`;
