import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Operators } from '#apps/api/admin/operators.js';
import type { CityPlatform } from '#apps/city/world/city-record.js';
import { ConsoleBrowser, seriousFaults, shoot, signInAtConsole } from '#test/support/browser.js';
import { Town, withoutDepartments } from '#test/support/town.js';

interface Held {
  readonly number: string;
  readonly version: number;
  readonly report: string;
  readonly platform: CityPlatform;
  readonly externalId: string;
}

describe('the case list and a case at the console', () => {
  let town: Town;
  let browser: ConsoleBrowser;
  let page: Page;

  const rows = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> => town.query<Row>(sql, parameters);
  const held = async (): Promise<Held[]> => rows<Held>(HELD);

  beforeAll(async () => {
    town = await Town.open({ backend: { name: 'PostgreSQL' }, matters: 30, overSeconds: 1, seed: 5 });
    const hub = await town.startHub({}, withoutDepartments);
    // Nobody but the person at the console does anything.
    await town.control('/control/hub', { url: hub.url });
    await town.allRead();
    await hub.app.get(Operators, { strict: false }).setPassword('li', 'a-long-enough-password');
    browser = await ConsoleBrowser.open(hub.url);
    page = await browser.page('desk');
    await signInAtConsole(page, 'li', 'a-long-enough-password');
    await holdSome();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await town?.end();
  });

  const order = (path: string, data: object) =>
    page.request.post(`/api/v1/${path}`, { data, headers: { origin: new URL(page.url()).origin } });

  /** Takes three cases back from their departments, so that they wait for a person. */
  async function holdSome(): Promise<void> {
    const found = await rows<{ number: string }>(UNDER_WAY);
    const answer = await order('cases/commands', {
      ...{ command: 'hold', because: '再看一看' },
      numbers: found.map(({ number }) => number),
    });
    expect(await answer.json()).toMatchObject({ accepted: 3, refused: 0 });
  }

  it('narrows the list by filters that the address keeps, and counts what is left', async () => {
    await page.goto('/cases');
    await choose(page, page.locator('form').getByRole('combobox', { name: '状态' }), '待派遣');
    await page.waitForURL('**/cases?status=held');
    await page.keyboard.press('Escape');
    await page.locator('.chips', { hasText: '状态：待派遣' }).waitFor();
    const n = (await held()).length;
    await page.getByText(`共 ${n} 件`, { exact: true }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(n);

    await page.getByRole('button', { name: '更多条件' }).click();
    const drawer = page.getByRole('dialog', { name: /全部条件/ });
    await drawer.getByRole('textbox', { name: '找条件' }).fill('不少于');
    await drawer.getByRole('spinbutton', { name: '来件不少于' }).fill('99');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cases?status=held&reportsAtLeast=99');
    await page.getByText('没有符合条件的案件').waitFor();
    await shoot(page, 'cases-filters-desk');
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await page.locator('.chips .el-tag', { hasText: '来件不少于' }).locator('.el-tag__close').click();
    await page.getByText(`共 ${n} 件`, { exact: true }).waitFor();
  }, 300_000);

  it('keeps a view, and writes the same list out', async () => {
    await page.goto('/cases?status=held');
    await page.getByRole('button', { name: /^视图/ }).click();
    await page.getByRole('menuitem', { name: '保存当前条件为视图' }).click();
    const dialog = page.getByRole('dialog', { name: '保存当前条件为视图' });
    await dialog.getByRole('textbox', { name: '视图名称' }).fill('待派遣的');
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已保存视图「待派遣的」').waitFor();

    await page.goto('/cases');
    await page.getByRole('button', { name: /^视图/ }).click();
    await page.getByRole('menuitem', { name: '待派遣的' }).click();
    await page.waitForURL('**/cases?status=held');
    const href = await page
      .getByRole('button', { name: 'CSV' })
      .or(page.getByRole('link', { name: 'CSV' }))
      .getAttribute('href');
    expect(href).toBe('/api/v1/cases.csv?status=held');
    const lines = (await (await page.request.get(href ?? '')).text()).trim().split('\n');
    expect(lines).toHaveLength((await held()).length + 1);
  }, 240_000);

  it('gives one command to several cases, and shows what each of them answered', async () => {
    const [one, other] = await held();
    await page.goto('/cases?status=held');
    for (const { number } of [one, other]) await page.locator('tbody tr', { hasText: number }).locator('.el-checkbox').click();
    await page.getByRole('button', { name: '批量办理（2）' }).click();
    const dialog = page.getByRole('dialog', { name: '批量办理 2 件案件' });
    await choose(page, dialog.getByRole('combobox', { name: '选择动作' }), '结案');
    await dialog.locator('textarea').fill('一并处理');
    await dialog.getByRole('button', { name: '确定结案' }).click();
    await dialog.getByText('办成 0 件，未办成 2 件').waitFor();
    await shoot(page, 'cases-bulk-desk');

    expect((await dialog.locator('li a').allTextContents()).sort()).toEqual([one.number, other.number].sort());
    expect(
      (await rows(`select 1 from cases where number = any($1) and status = 'held'`, [[one.number, other.number]])).length,
    ).toBe(2);
    await dialog.getByRole('button', { name: '关闭' }).last().click();
  }, 240_000);

  it('shows who reported for a reason, and hides it again', async () => {
    const [{ number, report, platform, externalId }] = await held();
    const name = town.city['book'].find(platform, externalId)?.reporter.name ?? '';
    await page.goto(`/cases/${number}`);
    await page.getByRole('button', { name: '查看身份' }).first().click();
    const ask = page.getByRole('dialog', { name: '查看身份' });
    await ask.getByRole('textbox').fill('回访核实地址');
    await ask.getByRole('button', { name: '查看身份' }).click();
    const identity = page.locator('.identity');
    await identity.getByText(name).first().waitFor();
    await shoot(page, 'case-identity-desk');
    await identity.getByRole('button', { name: '立即隐藏' }).click();
    await identity.waitFor({ state: 'hidden' });

    expect(
      await rows(`select actor, reason from audit_log where action = 'identity.reveal' and subject = $1`, [`reports/${report}`]),
    ).toEqual([{ actor: 'li', reason: '回访核实地址' }]);
  }, 240_000);

  it('shows both versions when a case has moved on, and keeps what was written', async () => {
    const [{ number, version }] = await held();
    await page.goto(`/cases/${number}`);
    await page.getByRole('button', { name: '派遣', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '派遣' });
    await choose(page, dialog.getByRole('combobox', { name: '派给' }), '区水务局');
    await dialog.locator('textarea').fill('漏水属水务');
    const urge = { command: 'supervise', level: 'urged', because: '别人先催办', version };
    const moved = await order(`cases/${number}/commands`, urge);
    expect(moved.status()).toBe(200);

    await dialog.getByRole('button', { name: '确定派遣' }).click();
    await dialog.getByText('您填写的时候，案件有了新变化').waitFor();
    expect(await dialog.locator('.plain tbody tr').first().locator('td').allInnerTexts()).toEqual([
      String(version),
      String(version + 1),
    ]);
    await shoot(page, 'case-stale-desk');
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: '按最新情况继续' }).click();
    await dialog.getByRole('button', { name: '确定派遣' }).click();
    await page.getByText('已派遣', { exact: true }).waitFor();

    const [{ lead }] = await rows<{ lead: string }>('select lead from cases where number = $1', [number]);
    expect(lead).toBe('water-affairs');
    expect(browser.faults).toEqual([]);
  }, 240_000);
});

const HELD = `
  select c.number, c.version::int as version, r.id as report, r.platform, r.external_id as "externalId"
  from cases c join lateral (select * from reports where case_id = c.id order by reported_at limit 1) r on true
  where c.status = 'held' order by c.opened_at, c.number`;

const UNDER_WAY = `select number from cases where status in ('dispatched', 'handling') and lead <> 'water-affairs' order by opened_at, number limit 3`;

/** Takes an option of a select as a person does: types, and clicks what is left. */
async function choose(page: Page, field: ReturnType<Page['locator']>, name: string): Promise<void> {
  await field.fill(name);
  await page
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click();
}
