import type { DataSource } from '#storage/data-source.js';

/** What pg_trgm can do at its best on these rows. */
export interface TrigramFigures {
  readonly faster: 'gin' | 'gist';
  readonly reportsPerSecond: number;
  readonly p99Ms: number;
  /** Reports a second of either index; undefined where making it was given up. */
  readonly gin: number;
  readonly gist: number;
  readonly indexSeconds: { readonly gin: number; readonly gist: number };
}

const SAID = `(title || ' ' || body)`;
const NEAREST = 12;
/** Searches of one kind at most, and seconds spent on them. */
const MOST_SEARCHES = 200;
const MOST_SECONDS = 30;

/** Nearest texts by pg_trgm's own indexes. Both offers are tried: what is similar enough by GIN, and the nearest by GiST. */
const OFFERS = {
  gin: {
    index: `create index trigrams on reports using gin (${SAID} gin_trgm_ops)`,
    search: `select id from reports where ${SAID} % $1 order by similarity(${SAID}, $1) desc limit ${NEAREST}`,
  },
  gist: {
    index: `create index trigrams on reports using gist (${SAID} gist_trgm_ops(siglen=256))`,
    search: `select id from reports order by ${SAID} <-> $1 limit ${NEAREST}`,
  },
} as const;

/** PostgreSQL's own search for the nearest text, on the rows that we match against. */
export class TrigramSearch {
  constructor(private readonly source: DataSource) {}

  async measure(texts: readonly string[]): Promise<TrigramFigures> {
    await this.source.query('create extension if not exists pg_trgm');
    const gin = await this.offer('gin', texts);
    const gist = await this.offer('gist', texts);
    const faster = gin.reportsPerSecond >= gist.reportsPerSecond ? 'gin' : 'gist';
    const best = faster === 'gin' ? gin : gist;
    return {
      faster,
      reportsPerSecond: best.reportsPerSecond,
      p99Ms: best.p99Ms,
      gin: gin.reportsPerSecond,
      gist: gist.reportsPerSecond,
      indexSeconds: { gin: gin.indexSeconds, gist: gist.indexSeconds },
    };
  }

  private async offer(
    kind: keyof typeof OFFERS,
    texts: readonly string[],
  ): Promise<{ reportsPerSecond: number; p99Ms: number; indexSeconds: number }> {
    const { index, search } = OFFERS[kind];
    const began = performance.now();
    await this.source.query(index);
    await this.source.query('analyze reports');
    const indexSeconds = Math.round((performance.now() - began) / 1000);
    // two connections side by side, as our two batches are
    await Promise.all([this.source.query(search, [texts[0]]), this.source.query(search, [texts[1]])]);
    const times = await this.searchAll(search, texts.slice(2, 2 + MOST_SEARCHES));
    await this.source.query('drop index trigrams');
    return { ...times, indexSeconds };
  }

  private async searchAll(search: string, texts: readonly string[]): Promise<{ reportsPerSecond: number; p99Ms: number }> {
    const left = [...texts];
    const times: number[] = [];
    const began = performance.now();
    const lane = async (): Promise<void> => {
      for (let text = left.shift(); text !== undefined; text = left.shift()) {
        if (performance.now() - began > MOST_SECONDS * 1000) return;
        const asked = performance.now();
        await this.source.query(search, [text]);
        times.push(performance.now() - asked);
      }
    };
    await Promise.all([lane(), lane()]);
    const spent = (performance.now() - began) / 1000;
    times.sort((a, b) => a - b);
    return {
      reportsPerSecond: Math.round((1000 * times.length) / spent) / 1000,
      p99Ms: Math.round(times[Math.floor(times.length * 0.99)]),
    };
  }
}
