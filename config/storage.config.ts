import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

/** Where rows and doorbells live. */
export class StorageConfig {
  static readonly variables = {
    databaseUrl: 'DATABASE_URL',
    redisUrl: 'REDIS_URL',
    embeddedPort: 'HUB_EMBEDDED_PG_PORT',
    poolSize: 'HUB_POOL_SIZE',
  };
  static readonly secrets = ['databaseUrl', 'redisUrl'];

  /** Absent: the embedded PostgreSQL in the data folder. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//u, { message: '$property must start with postgres://' })
  databaseUrl?: string;

  /** Absent: the queues ring on PostgreSQL. */
  @IsOptional()
  @Matches(/^rediss?:\/\//u, { message: '$property must start with redis:// or rediss://' })
  redisUrl?: string;

  /** Port of the embedded PostgreSQL; 0: any free one. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  embeddedPort = 0;

  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(200)
  poolSize = 20;
}
