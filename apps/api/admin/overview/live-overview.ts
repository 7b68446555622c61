import type { MessageEvent } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { catchError, distinctUntilChanged, EMPTY, exhaustMap, from, map, shareReplay, timer } from 'rxjs';
import { OverviewService } from './overview.service.js';

const EVERY_MS = 1000;

/** The overview whenever it changes, read once a second for all listeners together and not at all without one. */
@Injectable()
export class LiveOverview {
  private readonly changes: Observable<MessageEvent>;

  constructor(overview: OverviewService) {
    this.changes = timer(0, EVERY_MS).pipe(
      // A moment without a database is no reason to hang up on everybody: the next second reads again.
      exhaustMap(() => from(overview.show()).pipe(catchError(() => EMPTY))),
      distinctUntilChanged((before, after) => fingerprint(before) === fingerprint(after)),
      map((data): MessageEvent => ({ type: 'overview', data })),
      shareReplay({ bufferSize: 1, refCount: true }),
    );
  }

  listen(): Observable<MessageEvent> {
    return this.changes;
  }
}

/** What tells two overviews apart: everything but the time they were made, and ages that grow by themselves. */
const fingerprint = (overview: object): string =>
  JSON.stringify(overview, (key, value: unknown) => (GROWING.has(key) ? undefined : value));

const GROWING: ReadonlySet<string> = new Set(['at', 'ageSeconds', 'pulledAt', 'nextPullAt']);
