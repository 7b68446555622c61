import type { MessageEvent } from '@nestjs/common';
import { Controller, Headers, Sse, UseGuards } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { Allow } from '../session/allow.js';
import type { SignedIn } from '../session/session.guard.js';
import { CurrentOperator, SessionGuard } from '../session/session.guard.js';
import { LiveStream } from './live-stream.js';

/** 实时: server-sent events of what changes. */
@Controller('api/v1/live')
@UseGuards(SessionGuard)
export class LiveController {
  constructor(private readonly stream: LiveStream) {}

  /** Goes on after the event that `Last-Event-ID` names. */
  @Sse()
  @Allow('cases.read', 'list')
  live(@CurrentOperator() person: SignedIn, @Headers('last-event-id') lastEventId?: string): Observable<MessageEvent> {
    return this.stream.listen(person, lastEventId);
  }
}
