import type { CaseEvent } from '../api/answers';
import { useReference } from '../stores/reference';
import { t, tOr } from '../words/words';
import { clockName } from './clock-name';
import { shortTime } from './local-time';

/** Who did it, in words. */
export function actorText(actor: string): string {
  const [kind, name = ''] = actor.split(':');
  const reference = useReference();
  if (kind === 'operator') return t('actor.operator', { name });
  if (kind === 'department') return reference.department(name);
  return kind === 'platform' ? reference.platform(name) : t('actor.hub');
}

/** Which words the `kind` of an event's data belongs to. */
const KIND_WORDS: Readonly<Record<string, string>> = {
  'case.requested': 'request',
  'case.request_refused': 'request',
  'whistle.blown': 'whistle',
  'meeting.called': 'meeting',
};
const INSTANTS = ['until', 'dueAt', 'at'] as const;

/** One line of history as a sentence. */
export function eventText({ type, actor, data }: Pick<CaseEvent, 'type' | 'actor' | 'data'>): string {
  const reference = useReference();
  const { department } = reference;
  const names = (list: unknown): string => (Array.isArray(list) ? list.map(department).join('、') : '');
  const instants = INSTANTS.flatMap((name) => (typeof data[name] === 'string' ? [[name, shortTime(data[name])]] : []));
  return tOr(`event.${type}`, type, {
    ...(data as Record<string, string>),
    ...(Object.fromEntries(instants) as Record<string, string>),
    count: (data.reportIds as unknown[] | undefined)?.length ?? 0,
    actor: actorText(actor),
    lead: department(data.lead),
    department: department(data.department),
    departments: names(data.departments),
    street: department(data.street),
    partner: reference.partner(data.partner),
    clock: clockName(String(data.clock ?? '')),
    kind: tOr(`${KIND_WORDS[type]}.${String(data.kind)}`, String(data.kind ?? '')),
    refusal: tOr(`refusal.${String(data.code)}`, ''),
    level: tOr(`level.${String(data.level)}`, ''),
    // A clock that rings names the level at the head of its reason.
    because:
      type === 'case.supervised' ? String(data.because).replace(/^(催办|督办|领导督办): /, '') : String(data.because ?? ''),
    passed: t(data.passed ? 'verdict.passed' : 'verdict.failed'),
    solved: t(data.solved ? 'case.solved' : 'case.unsolved'),
    satisfied: t(data.satisfied ? 'case.satisfied' : 'case.dissatisfied'),
  });
}

const isBad = ({ type, data }: Pick<CaseEvent, 'type' | 'data'>): boolean =>
  /returned|reworked|[^_]refused|withdrawn|forced|supervised/.test(type) || data.passed === false;

/** How an event is coloured. */
export function eventColour(event: Pick<CaseEvent, 'type' | 'data'>): string {
  if (isBad(event)) return 'var(--red)';
  if (/held|reopened|restored|reports\.left|suspended|due_soon|requested|request_refused/.test(event.type))
    return 'var(--yellow)';
  return /answered|closed|handled|settled|checked|kept|done/.test(event.type) ? 'var(--green)' : 'var(--el-color-primary)';
}
