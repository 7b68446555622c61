import { onUnmounted, ref } from 'vue';
import { language, t } from '../words/words';

const ZONE = 'Asia/Shanghai';

/** Month, day and minute as the city's clocks show them. */
export function shortTime(instant: string | null | undefined): string {
  if (!instant) return '';
  return new Intl.DateTimeFormat(language.value, {
    timeZone: ZONE,
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(instant));
}

export function clockTime(instant: string): string {
  return new Intl.DateTimeFormat(language.value, { timeZone: ZONE, timeStyle: 'medium', hour12: false }).format(
    new Date(instant),
  );
}

/** Today in the city, `yyyy-MM-dd`. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' }).format(new Date());

/** A length of time in its largest unit. */
export function span(milliseconds: number): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1000);
  if (seconds >= 172_800) return t('clock.days', { n: Math.floor(seconds / 86_400) });
  if (seconds >= 7_200) return t('clock.hours', { n: Math.floor(seconds / 3_600) });
  if (seconds >= 120) return t('clock.minutes', { n: Math.floor(seconds / 60) });
  return t('clock.seconds', { n: seconds });
}

/** The time now, again and again, for as long as the part is shown. */
export function useNow(everyMs = 1000) {
  const now = ref(Date.now());
  const timer = setInterval(() => (now.value = Date.now()), everyMs);
  onUnmounted(() => clearInterval(timer));
  return now;
}
