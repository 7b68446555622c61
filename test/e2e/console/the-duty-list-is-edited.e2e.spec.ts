import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Operators } from '#apps/api/admin/operators.js';
import { City } from '#pipeline/city.js';
import { ConsoleBrowser, seriousFaults, shoot, signInAtConsole } from '#test/support/browser.js';
import { Town } from '#test/support/town.js';
import { until } from '#test/support/until.js';

/** A case that went by the duty list, with the report that opened it. */
interface Routed {
  readonly number: string;
  readonly category: string;
  readonly street: string;
  readonly lead: string;
  readonly platform: 'hotline';
  readonly externalId: string;
}

/** Of the demo city. */
const BACKSTOP = 'urban-management';

describe('the duty list at the console', () => {
  let town: Town;
  let browser: ConsoleBrowser;
  let page: Page;
  let routed: Routed;
  let next: { id: string; name: string };

  const rows = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> => town.query<Row>(sql, parameters);
  const live = async () =>
    (await rows<{ version: number }>('select max(version)::int as version from duty_list_versions'))[0].version;

  beforeAll(async () => {
    town = await Town.open({ backend: { name: 'PostgreSQL' }, matters: 60, overSeconds: 1, seed: 7 });
    const hub = await town.startHub();
    await hub.app.get(Operators, { strict: false }).setPassword('li', 'a-long-enough-password');
    browser = await ConsoleBrowser.open(hub.url);
    page = await browser.page('desk');
    await until(async () => (await town.summary()).pending === 0, 60_000, 'the city publishing everything');
    [routed] = await until(async () => {
      const found = await rows<Routed>(ROUTED);
      return found.length > 0 && found;
    }, 180_000);
    const { departments } = hub.app.get(City, { strict: false }).reference;
    [next] = [...departments.values()].filter(({ id, kind }) => kind === 'bureau' && id !== routed.lead && id !== BACKSTOP);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await town?.end();
  });

  it('says who must act where, and takes another department for a line into a draft', async () => {
    await signInAtConsole(page, 'li', 'a-long-enough-password');
    await page.goto('/duty-list');
    await page.getByRole('textbox', { name: '类别、地点或部门' }).fill(routed.category);
    await page.getByRole('button', { name: '查询', exact: true }).click();
    const line = page.locator('tbody tr', { hasText: routed.category }).filter({ hasText: placeOf() }).first();
    await line.waitFor();
    await shoot(page, 'duty-list-lines-desk');
    expect(await seriousFaults(page)).toEqual([]);

    await line.getByRole('button', { name: '改派' }).click();
    const dialog = page.getByRole('dialog', { name: '修改' });
    await choose(page, dialog.getByRole('combobox', { name: '主办' }), next.name);
    await dialog.getByRole('button', { name: '放入草稿' }).click();
    await page.locator('ins', { hasText: next.name }).waitFor();
  }, 240_000);

  it('tries the draft on what came, which changes nothing', async () => {
    await page.getByRole('button', { name: '用最近 1000 件案件试算' }).click();
    const told = await page.getByText(/^试算 \d+ 件/).textContent();
    const [, tried, elsewhere] = /试算 (\d+) 件，(\d+) 件会派到别处/.exec(told ?? '') ?? [];
    await shoot(page, 'duty-list-draft-desk');
    expect(await seriousFaults(page)).toEqual([]);

    expect(Number(tried)).toBeGreaterThan(0);
    expect(Number(elsewhere)).toBeGreaterThan(0);
    expect(await page.locator('.example').allTextContents()).toContain(routed.number);
    expect((await rows<{ lead: string }>('select lead from cases where number = $1', [routed.number]))[0].lead).toBe(routed.lead);
    expect(await live()).toBeNull();
  }, 180_000);

  it('is published with a reason, and the next case goes by it', async () => {
    await page.getByRole('textbox', { name: '发布理由' }).fill('职责调整');
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByText('已发布，新案件按此派遣').waitFor();
    await page.locator('tr', { hasText: '第 1 版' }).getByText('现行').waitFor();
    expect(await live()).toBe(1);

    const book = town.city['book'];
    const like = book.find(routed.platform, routed.externalId);
    if (!like) throw new Error(`the city has no record ${routed.externalId}`);
    book.add({ ...like, ...NEWCOMER, reportedAt: new Date(), updatedAt: new Date(), place: { ...like.place, ...ELSEWHERE } }, 0);
    const [came] = await until(async () => {
      const found = await rows<{ lead: string | null; category: string }>(OF_NEWCOMER, [NEWCOMER.externalId]);
      return found.length > 0 && found[0].lead !== null && found;
    }, 180_000);

    expect(came).toEqual({ lead: next.id, category: routed.category });
    expect(browser.faults).toEqual([]);
  }, 300_000);

  /** The line that gave the case its lead: that of its street, or the one for everywhere. */
  function placeOf(): RegExp {
    return new RegExp(`${routed.street}|全区`);
  }
});

const ROUTED = `
  select c.number, c.category, c.place ->> 'street' as street, c.lead, r.platform, r.external_id as "externalId"
  from cases c join reports r on r.case_id = c.id
  where c.route ->> 'rule' = 'duty-list' and c.place ->> 'street' is not null and r.platform = 'hotline'
  order by c.category, c.number limit 1`;

const OF_NEWCOMER = `
  select c.lead, c.category from reports r join cases c on c.id = r.case_id where r.external_id = $1`;

/** A record about something that nobody has reported yet. */
const NEWCOMER = {
  externalId: '202611229990001',
  title: '北门岗亭旁的新情况',
  body: '今天早上在北门岗亭旁边第一次看到，请派人来看。',
  reporter: { name: '常欢', phone: '13900009876' },
  relayOf: undefined,
  answers: [],
};
const ELSEWHERE = { address: '北门岗亭', longitude: undefined, latitude: undefined, componentCode: undefined };

/** Takes an option of a select as a person does: types, and clicks what is left. */
async function choose(page: Page, field: ReturnType<Page['locator']>, name: string): Promise<void> {
  await field.fill(name);
  await page.getByRole('option', { name, exact: true }).click();
}
