import { Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import type { RawBodyRequest } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import type { PlatformId } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { Platforms } from '#domain/ports/platforms.js';
import type { StagedPage } from '#domain/ports/record-store.js';
import { RecordStore } from '#domain/ports/record-store.js';
import { WatchSchema } from '#pipeline/watch-schema.js';

interface PushedRequest {
  readonly headers: Record<string, string | undefined>;
}

/** Takes records that platforms push. The answer is given after the commit, so a platform that sees it may forget them. */
@Controller('inbound')
export class InboundController {
  constructor(
    @Inject(Platforms) private readonly platforms: Platforms,
    @Inject(RecordStore) private readonly inbox: RecordStore,
    @Inject(Doorbell) private readonly doorbell: Doorbell,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(WatchSchema) private readonly schema: WatchSchema,
  ) {}

  @Post(':platform')
  @HttpCode(202)
  async receive(@Param('platform') id: string, @Req() request: RawBodyRequest<PushedRequest>): Promise<StagedPage> {
    const platform = this.platforms.find(as<PlatformId>(id));
    if (!platform?.adapter.receive) throw new RejectedError('PLATFORM_UNKNOWN', `no platform ${id} may push`);
    const body = request.rawBody ?? Buffer.alloc(0);
    const pushed = platform.adapter.receive({ headers: request.headers, body }, this.clock.now());
    const kept = await this.inbox.stage({ platform: platform.id, ...pushed });
    if (kept.staged === 0) return kept;
    await this.doorbell.ring([{ job: 'ingest-batch', platform: id }]);
    await this.schema.look(platform, pushed.records);
    return kept;
  }
}
