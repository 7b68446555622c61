import { computed, ref, shallowRef } from 'vue';
import { del, get, patch, post, Problem } from '../api/client';
import type { DryRun, DutyDiff, DutyDraft, DutyEdit } from '../api/desk-answers';
import { newRequestId } from '../parts/request-id';
import { editsOf } from './rules';

const CONFLICTS = ['DUTY_LIST_STALE', 'DUTY_DRAFT_CLOSED'];

/** A draft of the duty list while somebody works on it. */
export function useDraft() {
  const draft = shallowRef<DutyDraft>();
  const diff = shallowRef<DutyDiff>();
  const tried = shallowRef<DryRun>();
  const isBusy = ref(false);
  /** Why the last thing that was asked for was refused. */
  const problem = shallowRef<Problem>();
  const isConflict = computed(() => CONFLICTS.includes(problem.value?.code ?? ''));
  /** Another version went live since the draft was begun. */
  const isOutdated = computed(() => diff.value !== undefined && diff.value.current !== diff.value.base);

  async function doing<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
    isBusy.value = true;
    try {
      const result = await action();
      problem.value = undefined;
      return result;
    } catch (thrown) {
      problem.value = thrown instanceof Problem ? thrown : new Problem(0, 'DEFECT', String(thrown));
      return undefined;
    } finally {
      isBusy.value = false;
    }
  }

  async function show(shown: DutyDraft): Promise<void> {
    diff.value = await get<DutyDiff>(`duty-list/drafts/${shown.id}/diff`);
    draft.value = shown;
    tried.value = undefined;
  }

  const open = (id: string) => doing(async () => show(await get<DutyDraft>(`duty-list/drafts/${id}`)));
  const begin = (edits: readonly DutyEdit[]) =>
    doing(async () => show(await post<DutyDraft>('duty-list/drafts', { edits, requestId: newRequestId() })));
  /** The draft's own changes, over the version that is live now. */
  const beginAnew = () => begin(editsOf(diff.value?.changes ?? []));

  function edit(edits: readonly DutyEdit[]): Promise<unknown> {
    const now = draft.value;
    if (!now) return begin(edits);
    const body = { version: now.version, edits, requestId: newRequestId() };
    return doing(async () => show(await patch<DutyDraft>(`duty-list/drafts/${now.id}`, body)));
  }

  const tryOut = (cases: number) =>
    doing(async () => (tried.value = await post<DryRun>(`duty-list/drafts/${draft.value?.id}/dry-run`, { cases })));

  /** Tells whether it went live. */
  async function publish(because: string): Promise<boolean> {
    const { id, version } = draft.value ?? {};
    const body = { version, because, requestId: newRequestId() };
    return (await doing(() => post<object>(`duty-list/drafts/${id}/publish`, body))) !== undefined;
  }

  async function drop(): Promise<boolean> {
    const { id, version } = draft.value ?? {};
    return (await doing(async () => (await del(`duty-list/drafts/${id}?version=${version}`), true))) === true;
  }

  function leave(): void {
    draft.value = diff.value = tried.value = problem.value = undefined;
  }

  return {
    draft,
    diff,
    tried,
    isBusy,
    problem,
    isConflict,
    isOutdated,
    open,
    begin,
    beginAnew,
    edit,
    tryOut,
    publish,
    drop,
    leave,
  };
}

export type DraftWork = ReturnType<typeof useDraft>;
