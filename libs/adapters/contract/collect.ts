import { TransientError } from '#domain/errors.js';
import type { Cursor, PlatformAdapter, PulledPage } from '#domain/ports/platform-adapter.js';

/** What a hub would hold after some pulls: every version of every record, and what nobody could read. */
export class Collected {
  readonly versions = new Map<string, Map<string, Uint8Array>>();
  readonly unreadable = new Set<string>();
  readonly cursors: Cursor[] = [];
  readonly failures: string[] = [];
  largestPage = 0;

  get ids(): string[] {
    return [...this.versions.keys()].sort();
  }

  get versionCount(): number {
    return [...this.versions.values()].reduce((sum, versions) => sum + versions.size, 0);
  }

  /** Bytes of a record's newest version. */
  newest(externalId: string): Uint8Array {
    return [...(this.versions.get(externalId)?.values() ?? [])].at(-1) ?? new Uint8Array();
  }

  keep(page: PulledPage): void {
    for (const { externalId, bytes } of page.records) {
      const versions = this.versions.get(externalId) ?? new Map<string, Uint8Array>();
      versions.set(Buffer.from(bytes).toString('base64'), bytes);
      this.versions.set(externalId, versions);
    }
    for (const { externalId } of page.unreadable) this.unreadable.add(externalId);
    this.cursors.push(page.next);
    this.largestPage = Math.max(this.largestPage, page.records.length);
  }
}

const MOST_FAILURES = 2000;

/** Pulls to the end; after a transient failure goes on from the last page, as the hub does. */
export async function collect(
  adapter: PlatformAdapter,
  cursor?: Cursor,
  into = new Collected(),
  afterPage: (page: number) => void | Promise<void> = () => undefined,
): Promise<Collected> {
  let next = cursor;
  for (let pages = 0; into.failures.length < MOST_FAILURES;) {
    try {
      for await (const page of adapter.pull!(next, new AbortController().signal)) {
        into.keep(page);
        next = page.next;
        await afterPage(++pages);
      }
      return into;
    } catch (thrown) {
      if (!(thrown instanceof TransientError)) throw thrown;
      into.failures.push(thrown.code);
    }
  }
  throw new Error(`no end after ${MOST_FAILURES} failures`);
}
