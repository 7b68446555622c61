import { useReference } from '../stores/reference';
import { tOr } from '../words/words';

/** What somebody may see, in words: everything, or which departments, streets or grids. */
export function scopeText(kind: string, ids: readonly string[]): string {
  const word = tOr(`scope.${kind}`, kind);
  if (ids.length === 0) return word;
  const { department } = useReference();
  return `${word}：${ids.map((id) => (kind === 'department' ? department(id) : id)).join('、')}`;
}
