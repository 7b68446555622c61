import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { Operators } from '#apps/api/admin/operators.js';
import { openCity } from '#apps/hub/open-city.js';
import { startHub } from '#apps/hub/start-hub.js';
import { loadConfig } from '#config/load-config.js';
import { createLogger } from '#runtime/logger.js';
import { ConsoleBrowser, signInAtConsole } from '../support/browser.js';

const VISITS = 10;
const NAME = 'bench';
const PASSWORD = 'nine kettles under the arch';
/** ECharts comes after the page is there, and only where something is drawn. */
const CHARTS = /chart-box/;

/** The desk as Chromium shows it, each time as if it had never been there. */
export interface DeskInBrowser {
  /** Milliseconds from the address to the first thing that is painted, of each visit in ascending order. */
  readonly firstPaint: readonly number[];
  readonly firstContentfulPaint: readonly number[];
  /** Until the desk shows what needs somebody now. */
  readonly filled: readonly number[];
  /** Scripts and styles that the desk fetches before its charts, in kB after gzip. */
  readonly bundleKilobytes: number;
}

/** Starts a hub of the role api on a database, and visits its desk. */
export async function deskInBrowser(databaseUrl: string, folder: string): Promise<DeskInBrowser> {
  const config = loadConfig({
    ...{ HUB_ROLES: 'api', HUB_PORT: '0', HUB_LOG_LEVEL: 'error', HUB_DATA_DIR: folder, DATABASE_URL: databaseUrl },
    ...{ CITY_URL: 'http://127.0.0.1:1', CITY_DROP_DIR: folder },
  });
  const logger = createLogger(config.log.level);
  const hub = await startHub({ config, city: openCity(config), databaseUrl, namespace: 'desk', logger });
  const browser = await ConsoleBrowser.open(hub.url);
  try {
    await hub.app.get(Operators, { strict: false }).setPassword(NAME, PASSWORD);
    const visits: Visit[] = [];
    for (let visit = 0; visit < VISITS; visit += 1) visits.push(await visitDesk(await browser.page('desk')));
    const ascending = (of: (visit: Visit) => number): number[] =>
      visits.map((visit) => Math.round(of(visit))).sort((a, b) => a - b);
    return {
      firstPaint: ascending(({ firstPaint }) => firstPaint),
      firstContentfulPaint: ascending(({ firstContentfulPaint }) => firstContentfulPaint),
      filled: ascending(({ filled }) => filled),
      bundleKilobytes: Math.round(visits[0].bytes / 100) / 10,
    };
  } finally {
    await browser.close();
    await hub.stop();
  }
}

interface Visit {
  readonly firstPaint: number;
  readonly firstContentfulPaint: number;
  readonly filled: number;
  readonly bytes: number;
}

/** A browser of its own each time: nothing is in its cache but the cookie. */
async function visitDesk(page: Page): Promise<Visit> {
  await signInAtConsole(page, NAME, PASSWORD);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const fetched: Promise<number>[] = [];
  page.on('response', (response) => {
    if (/\.(js|css)$/.test(response.url()) && !CHARTS.test(response.url())) {
      fetched.push(response.body().then((body) => gzipSync(body).length));
    }
  });
  await page.goto('/desk');
  await page.getByText('现在要办').waitFor();
  const [filled, paints] = (await page.evaluate(
    `[performance.now(), performance.getEntriesByType('paint').map(({ name, startTime }) => [name, startTime])]`,
  )) as [number, [string, number][]];
  const at = Object.fromEntries(paints);
  const bytes = (await Promise.all(fetched)).reduce((sum, size) => sum + size, 0);
  await page.context().close();
  return { firstPaint: at['first-paint'], firstContentfulPaint: at['first-contentful-paint'], filled, bytes };
}
