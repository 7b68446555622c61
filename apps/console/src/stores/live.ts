import { defineStore } from 'pinia';
import { ref } from 'vue';
import { get } from '../api/client';

const AGAIN_MS = 3000;

/** What the hub tells everybody who looks: events by their names, over one stream for the whole console. */
export const useLive = defineStore('live', () => {
  const isLive = ref(false);
  const listeners = new Map<string, Set<(event: MessageEvent<string>) => void>>();
  let stream: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  /** Hears one kind of event until the answer is called; the stream is open while anybody listens. */
  function listen(kind: string, action: (event: MessageEvent<string>) => void): () => void {
    const actions = listeners.get(kind) ?? new Set();
    listeners.set(kind, actions.add(action));
    if (!stream) open();
    else if (actions.size === 1) stream.addEventListener(kind, pass);
    return () => {
      actions.delete(action);
      if ([...listeners.values()].every(({ size }) => size === 0)) close();
    };
  }

  function pass(event: MessageEvent<string>): void {
    isLive.value = true;
    for (const action of listeners.get(event.type) ?? []) action(event);
  }

  function open(): void {
    stream = new EventSource('/api/v1/live');
    for (const kind of listeners.keys()) stream.addEventListener(kind, pass);
    stream.onopen = () => (isLive.value = true);
    stream.onerror = () => {
      isLive.value = false;
      // A browser gives up for good on an answer that is no stream; an ended session shows itself by a plain question.
      if (stream?.readyState === EventSource.CLOSED)
        void get('overview')
          .catch(() => undefined)
          .finally(() => (retry = setTimeout(reopen, AGAIN_MS)));
    };
  }

  function reopen(): void {
    if (stream) open();
  }

  function close(): void {
    clearTimeout(retry);
    stream?.close();
    stream = undefined;
    isLive.value = false;
  }

  return { isLive, listen };
});
