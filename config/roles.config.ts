import { ArrayNotEmpty, IsIn } from 'class-validator';
import { AsWords } from './env-value.js';

/** What a process can do; any set of roles runs in one process. */
export const ROLES = ['sync', 'pipeline', 'delivery', 'api'] as const;
export type Role = (typeof ROLES)[number];

/** What this process does. */
export class RolesConfig {
  static readonly variables = { roles: 'HUB_ROLES' };

  @AsWords()
  @ArrayNotEmpty()
  @IsIn(ROLES, { each: true, message: `$property must be a comma list of ${ROLES.join(', ')}` })
  roles: Role[] = [...ROLES];
}
