import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Operators } from '#apps/api/admin/operators.js';
import { ConsoleBrowser, isWiderThanItsWindow, seriousFaults, shoot, signInAtConsole } from '#test/support/browser.js';
import { Town } from '#test/support/town.js';
import { until } from '#test/support/until.js';

const PASSWORD = 'a-long-enough-password';
const PAGES = [
  ...['desk', 'dispatch', 'cases', 'suggestions', 'map', 'hot-issues', 'bulletin', 'undertakings', 'profile'],
  ...['deliveries', 'endpoints', 'platforms', 'quarantine', 'ledger', 'people', 'api-keys', 'duty-list', 'audit'],
];

describe('the pages of the console, in a town that has settled', () => {
  let town: Town;
  let browser: ConsoleBrowser;
  let number: string;

  beforeAll(async () => {
    town = await Town.open({ backend: { name: 'PostgreSQL' }, matters: 40, overSeconds: 1, seed: 5 });
    const hub = await town.startHub();
    await hub.app.get(Operators, { strict: false }).setPassword('li', PASSWORD);
    await until(async () => (await town.summary()).pending === 0, 120_000, 'the city publishing everything');
    [{ number }] = await until(
      async () => {
        const found = await town.query<{ number: string }>(
          'select number from cases where answer is not null order by opened_at limit 1',
        );
        return found.length > 0 && found;
      },
      120_000,
      'an answer',
    );
    browser = await ConsoleBrowser.open(hub.url);
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await town?.end();
  });

  it.each(['desk', 'phone'] as const)(
    'have no serious fault of access, and fit a %s',
    async (size) => {
      const page = await browser.page(size);
      await signInAtConsole(page, 'li', PASSWORD);
      const faults: string[] = [];
      for (const path of [...PAGES, `cases/${number}`]) {
        await page.goto(`/${path}`);
        await page.locator('main h1').first().waitFor();
        await page.locator('.el-skeleton').first().waitFor({ state: 'detached' });
        await shoot(page, `${path.includes('/') ? 'case' : path}-${size}`);
        faults.push(...(await seriousFaults(page)).map((fault) => `${path} ${fault}`));
        if (await isWiderThanItsWindow(page)) faults.push(`${path} is wider than the ${size}`);
      }
      await page.context().close();

      expect(faults).toEqual([]);
      expect(browser.faults).toEqual([]);
    },
    400_000,
  );
});
