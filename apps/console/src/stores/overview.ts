import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Overview } from '../api/answers';
import { get } from '../api/client';
import { useLive } from './live';

/** The desk's picture of everything, kept up to date by the hub while somebody looks. */
export const useOverview = defineStore('overview', () => {
  const live = useLive();
  const value = shallowRef<Overview>();
  const isLive = computed(() => live.isLive);
  let leave: (() => void) | undefined;

  function watch(): void {
    leave ??= live.listen('overview', ({ data }) => (value.value = JSON.parse(data) as Overview));
  }

  function unwatch(): void {
    leave?.();
    leave = undefined;
  }

  async function refresh(): Promise<void> {
    value.value = await get<Overview>('overview');
  }

  return { value, isLive, watch, unwatch, refresh };
});
