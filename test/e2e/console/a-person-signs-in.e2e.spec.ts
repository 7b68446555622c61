import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Locator, Page } from 'playwright-core';
import { Operators } from '#apps/api/admin/operators.js';
import { openCity } from '#apps/hub/open-city.js';
import type { RunningHub } from '#apps/hub/start-hub.js';
import { startHub } from '#apps/hub/start-hub.js';
import { loadConfig } from '#config/load-config.js';
import { projectRoot } from '#config/project-root.js';
import { DataSource } from '#storage/data-source.js';
import { freePort } from '#runtime/free-port.js';
import { createLogger } from '#runtime/logger.js';
import { ConsoleBrowser, isWiderThanItsWindow, seriousFaults, shoot, signInAtConsole } from '#test/support/browser.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { IdentityProvider } from '#test/support/identity-provider.js';

const ADMIN = 'kettle under the third arch';
const DEPARTMENT = 'nine lanterns by the canal';

describe('a person at the console', () => {
  const data = mkdtempSync(join(tmpdir(), 'huiliu-person-'));
  let database: TestDatabase;
  let provider: IdentityProvider;
  let hub: RunningHub;
  let browser: ConsoleBrowser;
  /** The admin's, at a desk. */
  let page: Page;
  /** The department's, on a phone. */
  let phone: Page;
  let printed: string;
  let secret: string;

  beforeAll(async () => {
    database = await freshDatabase();
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    provider = await IdentityProvider.open(`${publicUrl}/api/v1/session/oidc/callback`);
    provider.people.set('lin', { preferred_username: 'lin', groups: ['oversight'] });
    const config = loadConfig({
      ...{ HUB_ROLES: 'api', HUB_PORT: String(port), HUB_LOG_LEVEL: 'silent', HUB_DATA_DIR: data, DATABASE_URL: database.url },
      ...{ HUB_CONFIG_DIR: join(projectRoot(), 'config', 'demo'), CITY_URL: 'http://127.0.0.1:1', HUB_PUBLIC_URL: publicUrl },
      ...{ HUB_OIDC_ISSUER: provider.issuer, HUB_OIDC_CLIENT_ID: 'huiliu', HUB_OIDC_CLIENT_SECRET: 'a-secret-between-two' },
      HUB_OIDC_ROLES: JSON.stringify({ oversight: { role: 'auditor' } }),
    });
    const logger = createLogger(config.log.level);
    hub = await startHub({ config, city: openCity(config), databaseUrl: database.url, namespace: database.name, logger });
    // What `hub serve` prints at its first start.
    const first = await hub.app.get(Operators, { strict: false }).ensureFirstOperator('admin');
    printed = first?.oneTimePassword ?? '';
    browser = await ConsoleBrowser.open(publicUrl);
    page = await browser.page('desk');
    phone = await browser.page('phone');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
    await provider?.close();
    await database?.drop();
    rmSync(data, { recursive: true, force: true });
  });

  /** Six digits of a phone whose clock is `ahead` steps of half a minute fast: no step is good twice. */
  const codeOf = (ahead = 0): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * 30_000 });
  const menuOf = (of: Page): Promise<string[]> => of.locator('nav a, .el-drawer a').allTextContents();

  async function choosePassword(of: Page, next: string): Promise<void> {
    await of.getByLabel('新密码', { exact: true }).fill(next);
    await of.getByLabel('再输一遍新密码').fill(next);
    await of.getByRole('button', { name: '设置并开始工作' }).click();
  }

  it('who comes with the printed one-time password chooses another, and then is at the desk', async () => {
    await signInAtConsole(page, 'admin', printed);
    await page.getByRole('heading', { name: '请设置您自己的密码' }).waitFor();
    await shoot(page, 'new-password-desk');
    expect(await seriousFaults(page)).toEqual([]);
    await page.goto('/cases');
    await page.getByRole('heading', { name: '请设置您自己的密码' }).waitFor();

    await page.getByLabel('当前密码').fill(printed);
    await choosePassword(page, 'short');
    await page.getByText('密码至少要有 12 个字符').waitFor();
    await choosePassword(page, ADMIN);
    await arrives(page, '/cases');
    await page.goto('/');
    await page.getByText('现在要办').waitFor();
    await arrives(page, '/desk');
  }, 300_000);

  it('turns on one-time codes, and signs in with one from then on', async () => {
    await page.getByRole('link', { name: '我的账号：admin' }).click();
    const factor = page.getByRole('region', { name: '动态口令' });
    await factor.getByLabel('当前密码').fill('not the password at all');
    await factor.getByRole('button', { name: '启用动态口令' }).click();
    await factor.getByText('当前密码不对').waitFor();
    await factor.getByLabel('当前密码').fill(ADMIN);
    await factor.getByRole('button', { name: '启用动态口令' }).click();
    secret = ((await factor.locator('.secret').textContent()) ?? '').replaceAll(' ', '');
    await shoot(page, 'factor-offered-desk');
    await factor.getByLabel('6 位数字').fill(codeOf());
    await factor.getByRole('button', { name: '确认启用' }).click();
    await factor.locator('li').first().waitFor();
    const recovery = await factor.locator('li').allTextContents();
    expect(recovery).toHaveLength(10);
    await shoot(page, 'factor-recovery-desk');
    await factor.getByRole('button', { name: '我已保存好' }).click();
    await factor.getByText('已启用').waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('button', { name: '退出', exact: true }).click();
    await arrives(page, '/sign-in');
    await page.getByLabel('账号').fill('admin');
    await page.getByLabel('密码').fill(ADMIN);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('请再输入动态口令').waitFor();
    await shoot(page, 'sign-in-code-desk');
    await page.getByLabel('动态口令').fill('000000');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('动态口令不对或已经用过').waitFor();
    await page.getByLabel('动态口令').fill(codeOf(1));
    await page.keyboard.press('Enter');
    await arrives(page, '/desk');
  }, 300_000);

  it('makes somebody of a department, who sees only what departments may, on a phone', async () => {
    await page.goto('/people');
    await page.getByRole('button', { name: '新增人员' }).click();
    const dialog = page.getByRole('dialog', { name: '新增人员' });
    await dialog.getByLabel('账号').fill('wei');
    await choose(page, dialog.getByRole('combobox', { name: '身份' }), '承办部门');
    await choose(page, dialog.getByRole('combobox', { name: '范围内有哪些' }), '区水务局');
    await page.keyboard.press('Escape');
    await shoot(page, 'person-new-desk');
    await dialog.getByRole('button', { name: '新增人员' }).click();
    const told = page.getByRole('dialog', { name: '「wei」的一次性密码' });
    const oneTime = (await told.locator('.secret').textContent()) ?? '';
    await told.getByRole('button', { name: '我已保存好' }).click();
    await page.getByRole('row', { name: /wei.*承办部门.*待改密码/s }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await signInAtConsole(phone, 'wei', oneTime);
    await phone.getByRole('heading', { name: '请设置您自己的密码' }).waitFor();
    await shoot(phone, 'new-password-phone');
    await choosePassword(phone, DEPARTMENT);
    await arrives(phone, '/cases');
    await phone.getByRole('button', { name: '打开菜单' }).click();
    await phone.getByRole('link', { name: '清单' }).waitFor();
    expect((await menuOf(phone)).map((word) => word.trim())).toEqual(['案件', '网格地图', '清单', '推送与回写']);
    await phone.goto('/people');
    await phone.getByRole('heading', { name: '您没有查看这个页面的权限' }).waitFor();
    await shoot(phone, 'lacks-permission-phone');
    expect(await seriousFaults(phone)).toEqual([]);
    await phone.getByRole('link', { name: '回到我的首页' }).click();
    await arrives(phone, '/cases');
  }, 300_000);

  it('who was signed out by an admin signs in again and is back where they were', async () => {
    await phone.goto('/deliveries?state=parked');
    await phone.locator('main h1').waitFor();
    await page.getByRole('row', { name: /wei/ }).getByRole('button', { name: '登录情况' }).click();
    const dialog = page.getByRole('dialog', { name: 'wei登录中的设备' });
    await dialog.getByRole('button', { name: '退出登录' }).click();
    await dialog.getByText('没有登录中的设备').waitFor();
    await page.keyboard.press('Escape');

    await phone.reload();
    await arrives(phone, '/sign-in');
    await phone.getByLabel('账号').fill('wei');
    await phone.getByLabel('密码').fill(DEPARTMENT);
    await phone.getByRole('button', { name: '登录', exact: true }).click();
    await arrives(phone, '/deliveries');
    expect(new URL(phone.url()).search).toBe('?state=parked');
  }, 180_000);

  it('has a profile that fits a phone, and changes the password there', async () => {
    await phone.goto('/profile');
    await phone.getByText('这台').waitFor();
    await shoot(phone, 'profile-phone');
    expect(await seriousFaults(phone)).toEqual([]);
    expect(await isWiderThanItsWindow(phone)).toBe(false);
    const card = phone.getByRole('region', { name: '修改密码' });
    await card.getByLabel('当前密码').fill('not the password at all');
    await card.getByLabel('新密码', { exact: true }).fill(`${DEPARTMENT} again`);
    await card.getByLabel('再输一遍新密码').fill(`${DEPARTMENT} again`);
    await card.getByRole('button', { name: '修改密码' }).click();
    await card.getByText('当前密码不对').waitFor();
    await card.getByLabel('当前密码').fill(DEPARTMENT);
    await card.getByRole('button', { name: '修改密码' }).click();
    await phone.getByText('密码已修改').waitFor();
  }, 180_000);

  it('who is disabled is out at once', async () => {
    await page.getByRole('row', { name: /wei/ }).getByRole('button', { name: '停用' }).click();
    await page
      .getByRole('button', { name: 'OK' })
      .or(page.getByRole('button', { name: '确定' }))
      .click();
    await page.getByRole('row', { name: /wei.*停用/s }).waitFor();
    await phone.goto('/cases');
    await arrives(phone, '/sign-in');
    await phone.getByLabel('账号').fill('wei');
    await phone.getByLabel('密码').fill(`${DEPARTMENT} again`);
    await phone.getByRole('button', { name: '登录', exact: true }).click();
    await phone.getByText('账号或密码不对').waitFor();
  }, 180_000);

  it('makes a key for a program that opens what it should, until it is revoked', async () => {
    await page.goto('/api-keys');
    await page.getByRole('button', { name: '生成密钥' }).click();
    const dialog = page.getByRole('dialog', { name: '生成密钥' });
    await dialog.getByLabel('用途').fill('大屏');
    await choose(page, dialog.getByRole('combobox', { name: '身份' }), '审计员');
    await dialog.getByText('全部', { exact: true }).click();
    await shoot(page, 'key-new-desk');
    await dialog.getByRole('button', { name: '生成密钥' }).click();
    const told = page.getByRole('dialog', { name: '「大屏」的接口密钥' });
    const token = (await told.locator('.secret').textContent()) ?? '';
    await told.getByRole('button', { name: '我已保存好' }).click();
    const headers = { authorization: `Bearer ${token}` };
    const statusOf = async (path: string): Promise<number> => (await fetch(`${hub.url}/api/v1/${path}`, { headers })).status;
    expect([await statusOf('cases'), await statusOf('people')]).toEqual([200, 403]);

    await page.getByRole('row', { name: /大屏/ }).getByRole('button', { name: '吊销' }).click();
    await page
      .getByRole('button', { name: 'OK' })
      .or(page.getByRole('button', { name: '确定' }))
      .click();
    await page.getByRole('row', { name: /大屏.*已吊销/s }).waitFor();
    expect(await statusOf('cases')).toBe(401);
    expect(await seriousFaults(page)).toEqual([]);
  }, 180_000);

  it('comes in by the identity provider where there is one', async () => {
    const other = await browser.page('desk');
    await other.goto('/sign-in');
    await other.getByRole('link', { name: '用统一身份认证登录' }).click();
    await other.locator('input[name="login"]').fill('lin');
    await other.locator('input[name="password"]').fill('any');
    await other.locator('button[type="submit"]').click();
    await other.locator('button[type="submit"]').click();
    await arrives(other, '/desk');
    expect(await other.locator('header .who').textContent()).toBe('lin');
    const lines = await hub.app
      .get(DataSource, { strict: false })
      .query<{ actor: string }[]>(`select actor from audit_log where action = 'GET session/oidc/callback'`);
    expect(lines).toEqual([{ actor: 'lin' }]);
  }, 180_000);

  it('reads in words why the identity provider’s way was closed', async () => {
    provider.people.set('stranger', { preferred_username: 'stranger', groups: ['elsewhere'] });
    const other = await browser.page('desk');
    await other.goto('/sign-in');
    await other.getByRole('link', { name: '用统一身份认证登录' }).click();
    await other.locator('input[name="login"]').fill('stranger');
    await other.locator('input[name="password"]').fill('any');
    await other.locator('button[type="submit"]').click();
    await other.locator('button[type="submit"]').click();
    await other.getByText('统一身份认证没有通过').waitFor();
    expect(browser.faults).toEqual([]);
  }, 180_000);
});

const arrives = (page: Page, path: string): Promise<void> => page.waitForURL(({ pathname }) => pathname === path);

/** Opens a list by the keyboard and takes one of it. */
async function choose(page: Page, list: Locator, name: string): Promise<void> {
  await list.press('Enter');
  await page.getByRole('option', { name, exact: true }).click();
}
