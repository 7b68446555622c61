import { Controller, Get, Inject, Res } from '@nestjs/common';
import { DatabasePulse } from '#domain/ports/database-pulse.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { AlsoAnswers } from './openapi/also-answers.js';

interface Reply {
  status(code: number): unknown;
}

const word = (isUp: boolean): 'up' | 'down' => (isUp ? 'up' : 'down');

/** Whether the hub can do its work: database and queue answer. 503 when one of them does not. */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(DatabasePulse) private readonly pulse: DatabasePulse,
    @Inject(Doorbell) private readonly doorbell: Doorbell,
  ) {}

  @Get()
  @AlsoAnswers(503)
  async health(@Res({ passthrough: true }) reply: Reply): Promise<Record<string, string>> {
    const [database, queue] = await Promise.all([this.pulse.answers(), this.doorbell.answers()]);
    if (!database || !queue) reply.status(503);
    return { status: word(database && queue), database: word(database), queue: word(queue) };
  }
}
