import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Operators } from '#apps/api/admin/operators.js';
import type { InMemoryRecordBook } from '#apps/city/world/record-book.js';
import type { TruthBook } from '#apps/city/world/truth-book.js';
import type { CaseNumber, DepartmentId } from '#domain/ids.js';
import { CaseDesk } from '#pipeline/case-desk.js';
import { City } from '#pipeline/city.js';
import { ConsoleBrowser, seriousFaults, shoot, signInAtConsole } from '#test/support/browser.js';
import { Town } from '#test/support/town.js';
import { until } from '#test/support/until.js';
import { ShutGate } from './shut-gate.js';

const FAILING = `select count(*)::int as n from deliveries where channel = 'webhook' and state = 'owed' and attempts > 0`;

describe('a morning at the console', () => {
  let town: Town;
  let gate: ShutGate;
  let browser: ConsoleBrowser;
  let page: Page;

  beforeAll(async () => {
    town = await Town.open({ backend: { name: 'PostgreSQL' }, matters: 120, overSeconds: 1, seed: 5 });
    gate = await ShutGate.before(town.cityUrl);
    const hub = await town.startHub(
      { HUB_RETRY_SECONDS: '0.2,0.2', HUB_BREAKER_FAILURES: '1000', HUB_DELIVERY_TIMEOUT_MS: '30000' },
      (city) => ({
        ...city,
        endpoints: city.endpoints.map((endpoint) => ({ ...endpoint, url: endpoint.url?.replace(town.cityUrl, gate.url) })),
      }),
    );
    // The city has no operator of its own today: this one does the work.
    await town.control('/control/hub', { url: hub.url });
    await hub.app.get(Operators, { strict: false }).setPassword('li', 'a-morning-password');
    browser = await ConsoleBrowser.open(hub.url);
    page = await browser.page('desk');
    await until(async () => (await town.summary()).pending === 0, 60_000, 'the city publishing everything');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await town?.end();
    gate?.close();
  });

  const rows = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> => town.query<Row>(sql, parameters);
  const one = async <Row>(sql: string, parameters: unknown[] = []): Promise<Row> => (await rows<Row>(sql, parameters))[0];
  /** Its reports; the city goes on meanwhile, so that statuses may move. */
  const membersOf = async (number: string): Promise<string[]> =>
    (
      await town.query<{ external_id: string }>(
        'select r.external_id from reports r join cases c on c.id = r.case_id where c.number = $1',
        [number],
      )
    ).map(({ external_id }) => external_id);

  /** Two held cases: nobody but this operator moves them. What is not held yet is taken back from its department. */
  const twoThatStay = (): Promise<string[]> =>
    until(async () => {
      const held = await rows<{ number: CaseNumber }>(
        `select number from cases where status = 'held' order by opened_at limit 2`,
      );
      if (held.length === 2) return held.map(({ number }) => number);
      const [next] = await rows<{ number: CaseNumber }>(
        `select number from cases where status in ('dispatched', 'handling') limit 1`,
      );
      const command = { command: 'hold', because: '权属待核' } as const;
      await town.hub?.app.get(CaseDesk, { strict: false }).execute({ number: next.number, command, actor: 'operator:li' });
      return undefined;
    }, 60_000);

  const titleOf = async (number: string): Promise<string> =>
    (await one<{ title: string }>('select title from cases where number = $1', [number])).title;

  it('begins with a sign-in that takes the right password only', async () => {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: '登录' }).waitFor();
    await shoot(page, 'sign-in-desk');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('账号').fill('li');
    await page.getByLabel('密码').fill('not-the-password');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('账号或密码不对').waitFor();

    await signInAtConsole(page, 'li', 'a-morning-password');
    await page.getByText('现在要办').waitFor();
    expect(await page.locator('header .who').textContent()).toBe('li');
  }, 400_000);

  it('decides pairs of reports by one key each, and takes an answer back by another', async () => {
    await until(
      async () => (await one<{ n: number }>('select count(*)::int as n from match_suggestions where answer is null')).n > 1,
      60_000,
      'two open questions',
    );
    await page.goto('/suggestions');
    await page.locator('.pair').waitFor();
    const numbers = (): Promise<string[]> => page.locator('.pair a').allTextContents();
    const isReady = async (but: string): Promise<boolean> =>
      (await page.locator('.is-loading').count()) === 0 && (await numbers()).join() !== but;
    const first = (await numbers()).join();
    await page.keyboard.press('k');
    await page.getByText('已记下').waitFor();

    // What became of the cases meanwhile decides what an answer means: merged, moved, linked, or only noted.
    await until(() => isReady(first));
    const second = (await numbers()).join();
    await page.keyboard.press('j');
    await until(() => isReady(second));
    await page.keyboard.press('z');
    await page.getByText('已撤销，恢复原样').waitFor();
    expect(await one('select count(*)::int as n from groupings where undone_by is not null')).toEqual({ n: 1 });
  }, 400_000);

  it('merges two cases that wait for a department, sees that it was wrong, and has both as they were', async () => {
    const [mine, theirs] = await twoThatStay();
    const [ofMine, ofTheirs] = [await membersOf(mine), await membersOf(theirs)];
    await page.goto(`/cases/${mine}`);
    await page.getByRole('button', { name: '并入', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '并入' });
    await dialog.getByPlaceholder('HL').fill(theirs);
    await dialog.locator('textarea').fill('同一处路面');
    await dialog.getByRole('button', { name: '确定并入' }).click();
    await page.getByText(`已并入 ${theirs}`).waitFor();
    expect((await membersOf(theirs)).sort()).toEqual([...ofMine, ...ofTheirs].sort());

    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText('已撤销，恢复原样').waitFor();
    expect([(await membersOf(mine)).sort(), (await membersOf(theirs)).sort()]).toEqual([ofMine.sort(), ofTheirs.sort()]);
  }, 400_000);

  it('dispatches what was held by keys, watches the department answer, and sees the citizen told on the platform', async () => {
    await until(async () => (await rows(HELD)).length > 0, 60_000, 'a held case');
    const { number, platform, externalId } = await one<{ number: string; platform: never; externalId: string }>(HELD);
    const book = Reflect.get(town.city, 'book') as InMemoryRecordBook;
    const truth = Reflect.get(town.city, 'truth') as TruthBook;
    const matter = truth.find(book.find(platform, externalId)?.matterId ?? '');
    const departments = town.hub?.app.get(City, { strict: false }).reference.departments;
    const department = departments?.get(matter?.department as DepartmentId)?.name ?? '';

    await page.goto('/dispatch');
    await page
      .locator('.queue button', { has: page.getByText(await titleOf(number), { exact: true }) })
      .first()
      .click();
    await page.locator('.one a', { hasText: number }).waitFor();
    await shoot(page, 'dispatch-held-desk');
    await chooseByKeys(page, department);
    await page.getByText(`${number} 已派给 ${department}`).waitFor();
    await page.goto(`/cases/${number}`);
    await page.getByRole('heading', { level: 1 }).waitFor();

    // Nobody reloads the page: what the department says comes by itself.
    await page.locator('.answer').waitFor();
    await checkIfAsked(page);
    await page.getByText('已答复到人').first().waitFor();
    await shoot(page, 'case-answered-desk');

    expect(book.find(platform, externalId)?.answers.some(({ final }) => final)).toBe(true);
  }, 600_000);

  it('sends a dead letter again once the department is back', async () => {
    const [{ id }] = await until(async () => {
      const parked = await town.query<{ id: string }>(`select id from deliveries where state = 'parked' and channel = 'webhook'`);
      return parked.length > 0 && parked;
    }, 60_000);
    gate.open();
    await until(
      async () => (await one<{ n: number }>(FAILING)).n === 0,
      30_000,
      'what still fails arriving or being parked, so that nothing joins the list later',
    );
    await page.goto('/deliveries');
    await page.locator('.el-table__row').first().waitFor();
    await shoot(page, 'deliveries-parked-desk');
    await page.locator('thead .el-checkbox').click();
    await page.getByRole('button', { name: /重新发送所选/ }).click();
    await page.getByText(/已重新排队/).waitFor();

    await until(
      async () => (await one<{ state: string }>('select state from deliveries where id = $1', [id])).state === 'confirmed',
      30_000,
      'the dead letter arriving',
    );
    await page.getByText('没有失败的推送和回写').waitFor();
  }, 300_000);

  it('prints the bulletin of this week without the menu', async () => {
    const { week } = await one<{ week: string }>(`select to_char(now() at time zone 'Asia/Shanghai', 'IYYY-"W"IW') as week`);
    await page.goto(`/bulletin?week=${week}`);
    await page.getByRole('heading', { name: `${week} 周通报` }).waitFor();
    await page.locator('.chart svg').first().waitFor();
    const shown = await page.locator('.bulletin header li', { hasText: '来件' }).locator('b').textContent();
    const { n } = await one<{ n: number }>(
      `select count(*)::int as n from reports where date_trunc('week', reported_at at time zone 'Asia/Shanghai') = date_trunc('week', now() at time zone 'Asia/Shanghai')`,
    );
    expect(Number(shown)).toBe(n);

    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav').first().isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    await shoot(page, 'bulletin-print');
    const pdf = await page.pdf({ format: 'A4' });
    await page.emulateMedia({ media: 'screen' });
    expect([pdf.subarray(0, 5).toString(), pdf.length > 20_000]).toEqual(['%PDF-', true]);
  }, 300_000);

  it('shows the keys on ?, goes places by G, and speaks English when asked', async () => {
    await page.goto('/desk');
    await page.getByText('现在要办').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor();
    await shoot(page, 'keys-desk');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.waitForURL('**/ledger');

    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Ledger' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Ledger' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '对账' }).waitFor();
  }, 180_000);

  it('had no fault in a script of its pages', () => {
    expect(browser.faults).toEqual([]);
  });
});

/** A case that waits for a person, not taken back by one, with the report that opened it. */
const HELD = `
  select c.number, r.platform, r.external_id as "externalId" from cases c join reports r on r.case_id = c.id
  where c.status = 'held' and not exists (select 1 from case_events e where e.case_id = c.id and e.type = 'case.held' and e.actor = 'operator:li')
  order by json_array_length(c.route::json -> 'candidates') desc nulls last, c.opened_at limit 1`;

/** By its digit where routing thought of it, from the list of all otherwise; then Enter. */
async function chooseByKeys(page: Page, department: string): Promise<void> {
  const names = await page.locator('.candidates button .grow').allTextContents();
  const at = names.indexOf(department);
  if (at >= 0) {
    await page.keyboard.press(String(at + 1));
    await page.keyboard.press('Enter');
    return;
  }
  await page.getByRole('combobox', { name: '其他部门' }).fill(department);
  await page.getByRole('option', { name: department, exact: true }).click();
  await page.getByLabel('派遣理由').press('Enter');
}

/** 核查, where the duty asks for it: what the department did was looked at and is in order. */
async function checkIfAsked(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: '核查', exact: true });
  if (!(await button.isVisible())) return;
  await button.click();
  const dialog = page.getByRole('dialog', { name: '核查' });
  await dialog.getByText('通过', { exact: true }).click();
  await dialog.locator('textarea').fill('现场看过，已经办好。');
  await dialog.getByRole('button', { name: '确定核查' }).click();
  await dialog.waitFor({ state: 'hidden' });
}
