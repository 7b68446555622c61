import { onUnmounted } from 'vue';
import { useRouter } from 'vue-router';
import { useKeys } from '../parts/use-keys';
import { allowedPlaces } from './allowed-places';

const AFTER_G_MS = 1500;

/** Keys that work on every page: G and a letter go somewhere, / searches cases, ? explains. */
export function useEverywhereKeys(explain: () => void): void {
  const router = useRouter();
  const placeOf = (letter: string) =>
    allowedPlaces(router)
      .flatMap(({ places }) => places)
      .find(({ key }) => key === letter);
  let pressedG = 0;

  /** The letter behind a G; the letters' own meaning on a page rests meanwhile. */
  function goes(event: KeyboardEvent): void {
    if (Date.now() - pressedG > AFTER_G_MS) return;
    pressedG = 0;
    const place = placeOf(event.code.replace('Key', ''));
    if (!place) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void router.push({ name: place.name });
  }

  useKeys({
    KeyG: () => (pressedG = Date.now()),
    '?': explain,
    '/': () => void router.push({ name: 'cases', query: { search: 'now' } }),
  });
  window.addEventListener('keydown', goes, { capture: true });
  onUnmounted(() => window.removeEventListener('keydown', goes, { capture: true }));
}
