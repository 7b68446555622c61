import type { LoggerService } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { LiveDutyList } from '#pipeline/live-duty-list.js';
import { Follower } from '#runtime/follower.js';
import { LOGGER } from '#runtime/logger.js';

/** A duty list that was published in one process is what every other dispatches by two seconds later. */
@Injectable()
export class FollowDutyList extends Follower {
  constructor(@Inject(LiveDutyList) list: LiveDutyList, @Inject(LOGGER) logger: LoggerService) {
    super(2_000, [{ memory: list, failure: 'the duty list could not be taken over' }], logger);
  }
}
