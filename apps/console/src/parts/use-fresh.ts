import { onMounted, onUnmounted } from 'vue';
import { useLive } from '../stores/live';

/** Whatever of these the hub tells, something has changed. */
const CHANGES = ['overview', 'case', 'suggestion', 'delivery', 'hot-issue', 'attachment', 'reset'] as const;
const AT_MOST_EVERY_MS = 1500;
const WITHOUT_NEWS_MS = 15_000;

/**
 * Loads now, again when the hub tells of a change, and every 15 s while it tells nothing; not while the page is hidden.
 */
export function useFresh(load: () => Promise<void>): void {
  const live = useLive();
  let loadedAt = 0;
  let soon: ReturnType<typeof setTimeout> | undefined;

  function now(): void {
    clearTimeout(soon);
    soon = undefined;
    if (document.hidden) return;
    loadedAt = Date.now();
    void load();
  }

  function changed(): void {
    soon ??= setTimeout(now, Math.max(0, loadedAt + AT_MOST_EVERY_MS - Date.now()));
  }

  const leaves: (() => void)[] = [];
  const timer = setInterval(now, WITHOUT_NEWS_MS);
  onMounted(() => {
    now();
    leaves.push(...CHANGES.map((kind) => live.listen(kind, changed)));
    document.addEventListener('visibilitychange', changed);
  });
  onUnmounted(() => {
    for (const leave of leaves) leave();
    document.removeEventListener('visibilitychange', changed);
    clearInterval(timer);
    clearTimeout(soon);
  });
}
