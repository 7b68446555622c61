import { IsNotEmpty, IsString } from 'class-validator';
import { join } from 'node:path';
import { projectRoot } from './project-root.js';

/** Where the hub reads and keeps files. */
export class FoldersConfig {
  static readonly variables = { config: 'HUB_CONFIG_DIR', data: 'HUB_DATA_DIR' };

  /** The city's YAML files. */
  @IsString()
  @IsNotEmpty()
  config: string = join(projectRoot(), 'config', 'demo');

  /** Embedded PostgreSQL, keys, drop folders. */
  @IsString()
  @IsNotEmpty()
  data = '.data';
}
