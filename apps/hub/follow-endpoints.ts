import type { LoggerService } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { EndpointDirectory } from '#pipeline/endpoint-directory.js';
import { Follower } from '#runtime/follower.js';
import { LOGGER } from '#runtime/logger.js';

/** What was changed of an endpoint in one process is known in every other two seconds later. */
@Injectable()
export class FollowEndpoints extends Follower {
  constructor(@Inject(EndpointDirectory) directory: EndpointDirectory, @Inject(LOGGER) logger: LoggerService) {
    super(2_000, [{ memory: directory, failure: 'endpoints could not be read' }], logger);
  }
}
