import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { AnswerOf } from '../api/answer-of';
import { del, get, post, Problem, put } from '../api/client';

type Session = AnswerOf<'/api/v1/session', 'get'>;
/** What somebody may ask of the hub. */
export type Permission = Session['permissions'][number];

interface Credentials {
  readonly name: string;
  readonly password: string;
  /** Six digits of the second factor, or a recovery code. */
  readonly code?: string;
}

/** Who is signed in, and what they may do. The token itself is in a cookie that no script can read. */
export const useSession = defineStore('session', () => {
  const current = shallowRef<Session>();
  const isKnown = ref(false);
  /** A one-time password that was typed a moment ago, so that nobody copies it out twice. */
  const oneTime = ref('');
  const mustChange = computed(() => current.value?.mustChange === true);

  /** Asks the hub once whether the cookie of an earlier visit still holds. */
  async function recall(): Promise<boolean> {
    if (!isKnown.value) await renew().catch(() => undefined);
    return current.value !== undefined;
  }

  /** Asks the hub again. Throws `UNAUTHENTICATED` when nobody is signed in any more. */
  async function renew(): Promise<void> {
    try {
      current.value = await get<Session>('session');
      isKnown.value = true;
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.status === 401) forget();
      throw thrown;
    }
  }

  async function signIn(credentials: Credentials): Promise<void> {
    await post('session', credentials);
    await renew();
    oneTime.value = mustChange.value ? credentials.password : '';
  }

  async function changePassword(before: string, next: string): Promise<void> {
    await put('session/password', { current: before, next });
    oneTime.value = '';
    await renew();
  }

  /** Begins afresh, so that nothing of this person stays in the page for the next one at the desk. */
  async function signOut(): Promise<void> {
    await del('session').catch(() => undefined);
    location.assign('/sign-in');
  }

  function forget(): void {
    current.value = undefined;
    isKnown.value = true;
    oneTime.value = '';
  }

  const may = (permission: Permission | undefined): boolean =>
    permission === undefined || current.value?.permissions.includes(permission) === true;

  return { current, oneTime, mustChange, recall, renew, signIn, changePassword, signOut, forget, may };
});
