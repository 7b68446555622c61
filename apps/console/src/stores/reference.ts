import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { Reference } from '../api/answers';
import { get } from '../api/client';

/** Names of departments, platforms, categories and streets; read once. */
export const useReference = defineStore('reference', () => {
  const value = ref<Reference>({ departments: [], partners: [], categories: [], streets: [], platforms: [], statuses: [] });
  let loading: Promise<void> | undefined;

  function load(): Promise<void> {
    loading ??= get<Reference>('reference').then(
      (answer) => void (value.value = answer),
      () => void (loading = undefined),
    );
    return loading;
  }

  const departmentNames = computed(() => new Map(value.value.departments.map(({ id, name }) => [id, name])));
  const partnerNames = computed(() => new Map(value.value.partners.map(({ id, name }) => [id, name])));
  const platformNames = computed(() => new Map(value.value.platforms.map(({ id, name }) => [id, name])));
  const department = (id: unknown): string => departmentNames.value.get(String(id)) ?? String(id ?? '');
  const partner = (id: unknown): string => partnerNames.value.get(String(id)) ?? String(id ?? '');
  const platform = (id: unknown): string => platformNames.value.get(String(id)) ?? String(id ?? '');

  return { value, load, department, partner, platform };
});
