import { computed } from 'vue';
import { createI18n } from 'vue-i18n';
import type { WordKey } from './zh-cn';
import { zhCn } from './zh-cn';

export type { WordKey } from './zh-cn';
type Language = 'zh-CN' | 'en';
type Values = Readonly<Record<string, string | number>>;

const KEPT_AS = 'huiliu.language';

/** Keys are flat (`case.answer` beside `case.answer.none`), so that a key is found by searching for it as it stands. */
const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' as Language,
  fallbackLocale: 'zh-CN' as Language,
  messages: { 'zh-CN': zhCn, en: {} as Record<WordKey, string> },
  messageResolver: (table, key) => (table as Readonly<Record<string, string>>)[key] ?? null,
});
const { global: words } = i18n;

export const language = computed<Language>(() => words.locale.value as Language);

/** The language this person last worked in; English is fetched only by those who read it. */
export async function openLanguage(): Promise<typeof i18n> {
  await speak(localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh-CN');
  return i18n;
}

export async function switchLanguage(): Promise<void> {
  await speak(language.value === 'en' ? 'zh-CN' : 'en');
  localStorage.setItem(KEPT_AS, language.value);
}

async function speak(chosen: Language): Promise<void> {
  if (chosen === 'en') words.setLocaleMessage('en', (await import('./en')).en);
  words.locale.value = chosen;
  document.documentElement.lang = chosen;
}

/** The text of a key in the chosen language, `{name}` replaced by its value. */
export const t = (key: WordKey, values: Values = {}): string => words.t(key, values);

/** The text of a key that is put together at run time; the fallback where there is none. */
export const tOr = (key: string, fallback: string, values: Values = {}): string =>
  key in zhCn ? t(key as WordKey, values) : fallback;
