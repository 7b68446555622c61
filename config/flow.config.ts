import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { AsNumbers } from './env-value.js';

/** How records flow and how long a case waits. */
export class FlowConfig {
  static readonly variables = {
    batchSize: 'HUB_BATCH_SIZE',
    readApartFrom: 'HUB_READ_APART_FROM',
    revisitWaitSeconds: 'HUB_REVISIT_WAIT_SECONDS',
    lookBackWaitSeconds: 'HUB_LOOK_BACK_WAIT_SECONDS',
  };

  /** Records worked through the pipeline at once. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(5000)
  batchSize = 250;

  /** Records from which a batch is read in a thread of its own, which costs some 60 MB; 0: none is. A batch this large says that records pile up. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  readApartFrom = 100;

  /** 回访: how long a case waits for the citizens' verdict before it closes without one. */
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  revisitWaitSeconds = 259_200;

  /** 回头看: when a closed case is looked at again, in seconds from the closing; unset: as `deadlines.yaml` says. */
  @AsNumbers()
  @IsOptional()
  @ArrayNotEmpty()
  @IsNumber({}, { each: true })
  @Min(0, { each: true })
  lookBackWaitSeconds?: number[];
}
