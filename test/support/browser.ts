import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { projectRoot } from '#config/project-root.js';

const require = createRequire(join(projectRoot(), 'package.json'));
const SHOTS = join(projectRoot(), 'test', 'e2e', 'screenshots');

/** Sizes the console is made for: a desk in an office, and a phone in the street. */
export const SIZES = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;
export type Size = keyof typeof SIZES;

/** Chromium at the console of a hub. */
export class ConsoleBrowser {
  /** What went wrong in a page's own scripts. */
  readonly faults: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly hubUrl: string,
  ) {}

  static async open(hubUrl: string): Promise<ConsoleBrowser> {
    const executablePath = process.env['HUILIU_TEST_CHROMIUM'];
    if (!executablePath) throw new Error('the suites of the console need Chromium: `npm test` says where it looked');
    return new ConsoleBrowser(await chromium.launch({ executablePath, args: ['--no-sandbox'] }), hubUrl);
  }

  async page(size: Size): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: SIZES[size],
      locale: 'zh-CN',
      baseURL: this.hubUrl,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(120_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.faults.push(`${page.url()}: ${error.message}`));
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** Signs in as a person would. */
export async function signInAtConsole(page: Page, name: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('账号').fill(name);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
}

/** A picture for a person to look at. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

/** Whether somebody would have to push the page sideways. */
export async function isWiderThanItsWindow(page: Page): Promise<boolean> {
  return (await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')) === true;
}

/** What axe-core holds for serious or critical, each with the first element it found. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const found = (await page.evaluate('axe.run()')) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  };
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}
