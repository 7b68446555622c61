import { useReference } from '../stores/reference';
import { tOr } from '../words/words';

/** A clock in words: `whistle/1/water-affairs` is the check-in of that department, `meeting/1` and `commitment/2` count by case. */
export function clockName(name: string): string {
  const [kind, which, department] = name.split('/');
  const word = tOr(`clock.${kind}`, kind);
  if (which === undefined) return word;
  return department === undefined ? `${word} ${which}` : `${word} · ${useReference().department(department)}`;
}
