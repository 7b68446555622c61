import { onUnmounted, ref } from 'vue';

/** Whether the page is shown on something like a phone. */
export function useIsNarrow() {
  const query = matchMedia('(max-width: 860px)');
  const isNarrow = ref(query.matches);
  const update = (): void => void (isNarrow.value = query.matches);
  query.addEventListener('change', update);
  onUnmounted(() => query.removeEventListener('change', update));
  return isNarrow;
}
