import { Module } from '@nestjs/common';
import { AnswersProcessor } from './answers.processor.js';
import { InboundController } from './inbound.controller.js';
import { SyncProcessor } from './sync.processor.js';

/** The role that meets the source platforms: pulls, takes pushes, writes answers back. */
@Module({ controllers: [InboundController], providers: [SyncProcessor, AnswersProcessor] })
export class SyncModule {}
