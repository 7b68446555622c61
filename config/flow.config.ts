import { Type } from 'class-transformer';
import { IsInt, IsNumber, Max, Min } from 'class-validator';

/** How records flow and how long a case waits. */
export class FlowConfig {
  static readonly variables = {
    batchSize: 'HUB_BATCH_SIZE',
    sweepSeconds: 'HUB_SWEEP_SECONDS',
    revisitWaitSeconds: 'HUB_REVISIT_WAIT_SECONDS',
    lookBackDays: 'HUB_LOOK_BACK_DAYS',
    returnRounds: 'HUB_RETURN_ROUNDS',
  };

  /** Records worked through the pipeline at once. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(5000)
  batchSize = 200;

  /** How often the sweep rings for what a crash silenced. */
  @Type(() => Number)
  @IsNumber()
  @Min(0.1)
  sweepSeconds = 2;

  /** 回访: how long a case waits for the citizens' verdict before it closes without one. */
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  revisitWaitSeconds = 259_200;

  /** 回头看: days after closing at which a case is looked at again. */
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  lookBackDays = 30;

  /** 退单: rounds after which a returned case goes to the operators. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  returnRounds = 2;
}
