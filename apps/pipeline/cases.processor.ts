import type { LoggerService } from '@nestjs/common';
import { Inject } from '@nestjs/common';
import { as } from '#domain/ids.js';
import { JobHost, Processor, workerOptions } from '#jobs/job-host.js';
import { CasePipeline } from '#pipeline/case-pipeline.js';
import { LOGGER } from '#runtime/logger.js';

/** Works waiting records into cases, batch after batch until none wait. */
@Processor('cases', workerOptions('cases'))
export class CasesProcessor extends JobHost<'cases'> {
  constructor(@Inject(CasePipeline) pipeline: CasePipeline, @Inject(LOGGER) logger: LoggerService) {
    super('cases', { 'ingest-batch': ({ platform }, signal) => pipeline.ingestAll(as(platform), signal) }, logger);
  }
}
