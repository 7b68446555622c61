import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** Which cases are asked for, by the filters' names; lists separated by commas. */
export type CaseFilter = Readonly<Record<string, string>>;

/** What of the address is no filter: the order, and what `/` asks for. */
const NO_FILTER = ['sort', 'search'];

/** The question to the case list. The address holds it, so that a list can be bookmarked, shared and gone back to. */
export function useCaseQuestion() {
  const route = useRoute();
  const router = useRouter();
  const filter = computed<CaseFilter>(() =>
    Object.fromEntries(
      Object.entries(route.query).flatMap(([name, value]) =>
        NO_FILTER.includes(name) || !value ? [] : [[name, String(value)] as const],
      ),
    ),
  );
  const sort = computed(() => String(route.query.sort ?? 'newest'));
  const query = computed<CaseFilter>(() => (sort.value === 'newest' ? filter.value : { ...filter.value, sort: sort.value }));

  function ask(wanted: CaseFilter, by = sort.value): void {
    const filled = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''));
    void router.push({ name: 'cases', query: { ...filled, ...(by !== 'newest' && { sort: by }) } });
  }

  /** Sets one filter; nothing takes it away. */
  const set = (name: string, value: string): void => ask({ ...filter.value, [name]: value });

  return { filter, sort, query, ask, set };
}
