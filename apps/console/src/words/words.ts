import { computed, ref } from 'vue';
import { en } from './en';
import type { WordKey } from './zh-cn';
import { zhCn } from './zh-cn';

export type { WordKey } from './zh-cn';
export type Language = 'zh-CN' | 'en';
type Values = Readonly<Record<string, string | number>>;

const TABLES: Record<Language, Record<WordKey, string>> = { 'zh-CN': zhCn, en };
const KEPT_AS = 'huiliu.language';

export const language = ref<Language>(localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh-CN');
const table = computed(() => TABLES[language.value]);

export function switchLanguage(): void {
  language.value = language.value === 'en' ? 'zh-CN' : 'en';
  localStorage.setItem(KEPT_AS, language.value);
  document.documentElement.lang = language.value;
}

/** The text of a key in the chosen language, `{name}` replaced by its value. */
export function t(key: WordKey, values: Values = {}): string {
  return table.value[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** The text of a key that is put together at run time; the fallback where there is none. */
export function tOr(key: string, fallback: string, values: Values = {}): string {
  return key in zhCn ? t(key as WordKey, values) : fallback;
}
