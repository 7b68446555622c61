import type { MessageEvent, OnModuleDestroy } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { EMPTY, interval, map, merge, Subject, takeUntil, timer } from 'rxjs';
import { mayDo } from '#identity/access/permissions.js';
import { LiveOverview } from '../overview/live-overview.js';
import type { SignedIn } from '../session/session.guard.js';
import { LiveChanges } from './live-changes.js';

/** Proxies close a connection that is silent for a minute. */
const PULSE_MS = 20_000;
/** A stream ends then and the browser opens it again: nobody who reads no more keeps what is meant for them waiting for long. */
const LONGEST_MS = 10 * 60_000;

/** What one person is told live: the changes they may see, the overview if they may, and a pulse. */
@Injectable()
export class LiveStream implements OnModuleDestroy {
  private readonly stopped = new Subject<void>();

  constructor(
    private readonly changes: LiveChanges,
    private readonly overview: LiveOverview,
  ) {}

  listen(person: SignedIn, lastEventId?: string): Observable<MessageEvent> {
    const overview = mayDo(person, 'overview.read') ? this.overview.listen() : EMPTY;
    const pulse = interval(PULSE_MS).pipe(map((): MessageEvent => ({ type: 'pulse', data: {} })));
    return merge(this.changes.listen(person.scope, lastEventId), overview, pulse).pipe(
      takeUntil(merge(this.stopped, timer(LONGEST_MS))),
    );
  }

  /** Open streams would hold the server's end up. */
  onModuleDestroy(): void {
    this.stopped.next();
    this.stopped.complete();
  }
}
