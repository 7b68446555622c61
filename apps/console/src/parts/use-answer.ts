import { ref, shallowRef } from 'vue';
import { Problem } from '../api/client';

/** A question to the API with its answer, and whether it is on the way or went wrong. An older answer never overtakes a newer one. */
export function useAnswer<Answer>(ask: () => Promise<Answer>) {
  const value = shallowRef<Answer>();
  const problem = shallowRef<Problem>();
  const isLoading = ref(false);
  let asked = 0;

  async function load(): Promise<void> {
    const mine = ++asked;
    isLoading.value = true;
    try {
      const answer = await ask();
      if (mine !== asked) return;
      value.value = answer;
      problem.value = undefined;
    } catch (thrown) {
      if (mine === asked) problem.value = thrown instanceof Problem ? thrown : new Problem(0, 'DEFECT', String(thrown));
    } finally {
      if (mine === asked) isLoading.value = false;
    }
  }

  return { value, problem, isLoading, load };
}
