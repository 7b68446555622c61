import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import type { Overview } from '../api/answers';
import { get } from '../api/client';

/** The desk's picture of everything, kept up to date by the hub while somebody looks. */
export const useOverview = defineStore('overview', () => {
  const value = shallowRef<Overview>();
  const isLive = ref(false);
  let stream: EventSource | undefined;

  function watch(): void {
    stream?.close();
    stream = new EventSource('/api/v1/live');
    stream.addEventListener('overview', ({ data }: MessageEvent<string>) => {
      value.value = JSON.parse(data) as Overview;
      isLive.value = true;
    });
    stream.onopen = () => (isLive.value = true);
    stream.onerror = () => {
      isLive.value = false;
      // A browser gives up for good on an answer that is no stream; an ended session shows itself by a plain question.
      if (stream?.readyState === EventSource.CLOSED)
        void refresh()
          .catch(() => undefined)
          .finally(() => setTimeout(rewatch, 3000));
    };
  }

  function rewatch(): void {
    if (stream) watch();
  }

  function unwatch(): void {
    stream?.close();
    stream = undefined;
    isLive.value = false;
  }

  async function refresh(): Promise<void> {
    value.value = await get<Overview>('overview');
  }

  return { value, isLive, watch, unwatch, refresh };
});
