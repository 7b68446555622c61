import { Problem } from '../api/client';
import { t, tOr } from '../words/words';

/** Why the hub refused, in words; its own where the console has none. */
export function faultText(thrown: unknown): string {
  if (!(thrown instanceof Problem)) return t('load.failed');
  if (thrown.code === 'UNREACHABLE') return t('load.unreachable');
  return tOr(`problem.${thrown.code}`, thrown.message, { detail: thrown.message });
}
