import type { MessageEvent, OnModuleDestroy } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Observable } from 'rxjs';
import {
  catchError,
  distinctUntilChanged,
  EMPTY,
  exhaustMap,
  from,
  interval,
  map,
  merge,
  shareReplay,
  Subject,
  takeUntil,
  timer,
} from 'rxjs';
import { OverviewService } from './overview.service.js';

const EVERY_MS = 1000;
/** Proxies close a connection that is silent for a minute. */
const PULSE_MS = 20_000;

/** The overview whenever it changes, read once a second for all listeners together and not at all without one. */
@Injectable()
export class LiveOverview implements OnModuleDestroy {
  private readonly stopped = new Subject<void>();
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
    const pulse = interval(PULSE_MS).pipe(map((): MessageEvent => ({ type: 'pulse', data: {} })));
    return merge(this.changes, pulse).pipe(takeUntil(this.stopped));
  }

  /** Open streams would hold the server's end up. */
  onModuleDestroy(): void {
    this.stopped.next();
    this.stopped.complete();
  }
}

/** What tells two overviews apart: everything but the time they were made, and ages that grow by themselves. */
const fingerprint = (overview: object): string =>
  JSON.stringify(overview, (key, value: unknown) => (GROWING.has(key) ? undefined : value));

const GROWING: ReadonlySet<string> = new Set(['at', 'ageSeconds', 'pulledAt', 'nextPullAt']);
