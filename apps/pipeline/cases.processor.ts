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
    const ingest = async ({ platform }: { platform: string }, signal: AbortSignal): Promise<void> => {
      while (!signal.aborted && (await pipeline.ingest(as(platform))) > 0);
    };
    super('cases', { 'ingest-batch': ingest }, logger);
  }
}
