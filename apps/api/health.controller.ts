import { Controller, Get, Inject, Res } from '@nestjs/common';
import { DataSource } from '#storage/data-source.js';
import { Doorbell } from '#domain/ports/doorbell.js';

interface Reply {
  status(code: number): unknown;
}

/** Liveness and whether the hub can do its work: database and queue answer. */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Doorbell) private readonly doorbell: Doorbell,
  ) {}

  @Get()
  async health(@Res({ passthrough: true }) reply: Reply): Promise<Record<string, string>> {
    const database = await this.source.query('select 1').then(
      () => 'up',
      () => 'down',
    );
    const queue = (await this.doorbell.answers()) ? 'up' : 'down';
    const status = database === 'up' && queue === 'up' ? 'up' : 'down';
    if (status === 'down') reply.status(503);
    return { status, database, queue };
  }
}
