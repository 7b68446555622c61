import { defineStore } from 'pinia';
import { ref } from 'vue';
import { del, get, post } from '../api/client';

interface Session {
  name: string;
  expiresAt: string;
}

/** Who is signed in. The token itself is in a cookie that no script can read. */
export const useSession = defineStore('session', () => {
  const current = ref<Session>();
  const isKnown = ref(false);

  /** Asks the hub once whether the cookie of an earlier visit still holds. */
  async function recall(): Promise<boolean> {
    if (!isKnown.value) {
      current.value = await get<Session>('session').catch(() => undefined);
      isKnown.value = true;
    }
    return current.value !== undefined;
  }

  async function signIn(name: string, password: string): Promise<void> {
    current.value = await post<Session>('session', { name, password });
    isKnown.value = true;
  }

  async function signOut(): Promise<void> {
    await del('session').catch(() => undefined);
    forget();
  }

  function forget(): void {
    current.value = undefined;
    isKnown.value = true;
  }

  return { current, recall, signIn, signOut, forget };
});
