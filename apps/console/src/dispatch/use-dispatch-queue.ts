import { computed, ref, shallowRef, watch } from 'vue';
import type { CaseLine, CasePage, Page } from '../api/answers';
import { get, post } from '../api/client';
import { useAnswer } from '../parts/use-answer';

const FAR = '9999';

/** Cases that wait for somebody to choose a department, the most pressing first, with one of them opened. */
export function useDispatchQueue() {
  const { value, problem, isLoading, load } = useAnswer(() =>
    get<Page<CaseLine>>('cases', { status: 'held,filed', limit: 100 }).then(({ items }) => items),
  );
  const queue = computed(() => [...(value.value ?? [])].sort((a, b) => (a.dueAt ?? FAR).localeCompare(b.dueAt ?? FAR)));
  const number = ref<string>();
  const opened = shallowRef<CasePage>();

  async function open(): Promise<void> {
    const asked = number.value;
    if (asked === undefined) return void (opened.value = undefined);
    const page = await get<CasePage>(`cases/${encodeURIComponent(asked)}`).catch(() => undefined);
    if (asked === number.value) opened.value = page;
  }

  /** The next one down, or up; stays at the ends. */
  function move(step: 1 | -1): void {
    const at = queue.value.findIndex((line) => line.number === number.value);
    number.value = queue.value[Math.min(Math.max(at + step, 0), queue.value.length - 1)]?.number;
  }

  /** Sends the opened case to a department, and opens the one behind it. */
  async function dispatch(department: string, because: string): Promise<void> {
    const page = opened.value;
    if (!page) return;
    const { number: sent, version } = page.case;
    const body = { command: 'dispatch', department, mode: 'ordinary', because, version };
    await post(`cases/${encodeURIComponent(sent)}/commands`, body);
    const at = queue.value.findIndex((line) => line.number === sent);
    value.value = queue.value.filter((line) => line.number !== sent);
    number.value = queue.value[Math.min(at, queue.value.length - 1)]?.number;
  }

  watch(number, open);
  // The list moves while it is looked at: what is opened stays opened as long as it waits.
  watch(queue, (lines) => {
    if (lines.some((line) => line.number === number.value)) return;
    number.value = lines[0]?.number;
  });

  return {
    queue,
    number,
    opened,
    isRead: computed(() => value.value !== undefined),
    problem,
    isLoading,
    load,
    open,
    move,
    dispatch,
  };
}
