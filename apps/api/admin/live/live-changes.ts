import type { MessageEvent } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { catchError, concatMap, defer, EMPTY, exhaustMap, from, mergeMap, share, timer } from 'rxjs';
import type { CaseScope } from '#identity/access/case-scope.js';
import { seesCase } from '#identity/access/case-scope.js';
import type { CaseChange, ChangePlace } from '#storage/live/change-feed.js';
import { ChangeFeed } from '#storage/live/change-feed.js';
import { eventIdOf, isBefore, placeOf } from './change-place.js';

const EVERY_MS = 500;
/** Told one by one at a time; of more a page reads its list anew. */
const MOST_AT_ONCE = 200;
/** A client that comes back is told so much of what it missed. */
const MOST_MISSED = 1_000;

/** One look at the changes after a place: what was found up to another, or that there is too much to tell. */
interface Look {
  readonly after: ChangePlace;
  readonly upTo: ChangePlace;
  readonly changes: readonly CaseChange[];
  readonly isFlood: boolean;
}

/** The changes of all processes, read twice a second for all listeners of this one together and not at all without one. */
@Injectable()
export class LiveChanges {
  private readonly looks: Observable<Look>;
  private place: ChangePlace | undefined;

  constructor(private readonly feed: ChangeFeed) {
    this.looks = defer(() => {
      this.place = undefined;
      // A moment without a database is no reason to hang up on everybody: the next look reads again.
      return timer(0, EVERY_MS).pipe(exhaustMap(() => from(this.lookOn()).pipe(catchError(() => EMPTY))));
    }).pipe(share());
  }

  /** What somebody of that scope may see: after the event a client names, or from now on. */
  listen(scope: CaseScope, lastEventId?: string): Observable<MessageEvent> {
    let seen = lastEventId === undefined ? undefined : placeOf(lastEventId);
    return this.looks.pipe(
      concatMap(async (look) => {
        const own = seen !== undefined && isBefore(seen, look.after) ? await this.look(seen, MOST_MISSED) : look;
        const told = messagesOf(own, scope, seen);
        seen = own.upTo;
        return told;
      }),
      mergeMap((told) => told),
    );
  }

  private async lookOn(): Promise<Look> {
    const look = await this.look(this.place ?? (await this.feed.now()), MOST_AT_ONCE);
    this.place = look.upTo;
    return look;
  }

  private async look(after: ChangePlace, most: number): Promise<Look> {
    const changes = await this.feed.after(after, most + 1);
    const isFlood = changes.length > most || (most === MOST_MISSED && !(await this.feed.keeps(after)));
    const upTo = isFlood ? await this.feed.now() : (changes.at(-1) ?? after);
    return { after, upTo, changes, isFlood };
  }
}

/** `reset`: read everything anew. */
function messagesOf({ changes, isFlood, upTo }: Look, scope: CaseScope, seen: ChangePlace | undefined): MessageEvent[] {
  if (isFlood) return [{ type: 'reset', id: eventIdOf(upTo), data: {} }];
  return changes
    .filter((change) => (seen === undefined || isBefore(seen, change)) && seesCase(scope, change))
    .map((change) => ({ type: change.what, id: eventIdOf(change), data: newsOf(change) }));
}

const newsOf = ({ number, version, status, types, at }: CaseChange) => ({ number, version, status, types, at });
