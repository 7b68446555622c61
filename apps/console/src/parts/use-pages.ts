import { ref, shallowRef } from 'vue';
import type { Page } from '../api/answers';
import { useAnswer } from './use-answer';

/** A list that grows page by page. */
export function usePages<Item>(ask: (cursor: string | undefined) => Promise<Page<Item>>) {
  const items = shallowRef<Item[]>([]);
  const next = ref<string>();
  const isRead = ref(false);
  let cursor: string | undefined;

  const {
    problem,
    isLoading,
    load: read,
  } = useAnswer(async () => {
    const page = await ask(cursor);
    items.value = cursor === undefined ? page.items : [...items.value, ...page.items];
    next.value = page.next;
    isRead.value = true;
  });

  function load(): Promise<void> {
    cursor = undefined;
    return read();
  }

  function more(): Promise<void> {
    cursor = next.value;
    return read();
  }

  return { items, next, isRead, problem, isLoading, load, more };
}
