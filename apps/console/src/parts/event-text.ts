import type { CaseEvent } from '../api/answers';
import { useReference } from '../stores/reference';
import { t, tOr } from '../words/words';

/** Who did it, in words. */
export function actorText(actor: string): string {
  const [kind, name = ''] = actor.split(':');
  const reference = useReference();
  if (kind === 'operator') return t('actor.operator', { name });
  if (kind === 'department') return reference.department(name);
  return kind === 'platform' ? reference.platform(name) : t('actor.hub');
}

/** One line of history as a sentence. */
export function eventText({ type, actor, data }: Pick<CaseEvent, 'type' | 'actor' | 'data'>): string {
  const reference = useReference();
  return tOr(`event.${type}`, type, {
    ...(data as Record<string, string>),
    count: (data.reportIds as unknown[] | undefined)?.length ?? 0,
    actor: actorText(actor),
    lead: reference.department(data.lead),
    department: reference.department(data.department),
    solved: t(data.solved ? 'case.solved' : 'case.unsolved'),
    satisfied: t(data.satisfied ? 'case.satisfied' : 'case.dissatisfied'),
  });
}

/** How an event is coloured. */
export function eventColour(type: string): string {
  if (/returned|reworked|refused|withdrawn/.test(type)) return 'var(--red)';
  if (/held|reopened|restored|reports\.left/.test(type)) return 'var(--yellow)';
  return /answered|closed|handled|settled/.test(type) ? 'var(--green)' : 'var(--el-color-primary)';
}
