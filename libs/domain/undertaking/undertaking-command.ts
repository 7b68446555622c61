import type { DepartmentId, PartnerId } from '../ids.js';
import type { Due } from './undertaking.js';

/** What is new of the pledge; what is absent stays as it is. */
interface Terms {
  readonly owner?: DepartmentId;
  readonly due?: Due;
}

/** What can be asked of an undertaking, with what each needs to know. */
export type UndertakingCommand =
  | ({ readonly command: 'assign' } & Terms)
  | ({ readonly command: 'claim'; readonly partner: PartnerId } & Terms)
  | { readonly command: 'start' }
  | { readonly command: 'note'; readonly note: string }
  | { readonly command: 'finish'; readonly result: string }
  | { readonly command: 'drop'; readonly because: string }
  | { readonly command: 'release'; readonly because: string };
