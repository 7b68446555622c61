import { onUnmounted } from 'vue';

type Action = () => void;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null;

/**
 * Keys of a page, by `KeyboardEvent.code` or, for signs, by `key`: no key works while somebody types, holds a modifier or
 * looks at a dialog. Enter and Space stay with the button or link that has the focus.
 */
export function useKeys(actions: Readonly<Record<string, Action>>): void {
  function press(event: KeyboardEvent): void {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const isOnButton = event.target instanceof HTMLElement && event.target.closest('button, a, [role="button"]') !== null;
    if (isOnButton && (event.key === 'Enter' || event.key === ' ')) return;
    const action = actions[event.key] ?? actions[event.code];
    if (!action) return;
    event.preventDefault();
    action();
  }
  window.addEventListener('keydown', press);
  onUnmounted(() => window.removeEventListener('keydown', press));
}
