import { Module } from '@nestjs/common';
import { CasesProcessor } from './cases.processor.js';
import { UpkeepProcessor } from './upkeep.processor.js';

/** The role that makes cases out of records and keeps the clocks. */
@Module({ providers: [CasesProcessor, UpkeepProcessor] })
export class PipelineModule {}
