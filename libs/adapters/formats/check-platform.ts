import { OperatorError, TransientError, toHubError } from '#domain/errors.js';
import type { CheckResult } from '#domain/ports/platform-adapter.js';

/** Runs a harmless request and says who must act when it fails. */
export async function checkPlatform(probe: () => Promise<string>): Promise<CheckResult> {
  try {
    return { kind: 'ok', detail: await probe() };
  } catch (thrown) {
    const { message, code } = toHubError(thrown);
    if (thrown instanceof OperatorError) return { kind: 'fault', actor: 'operator', message, code };
    if (thrown instanceof TransientError) return { kind: 'fault', actor: 'platform', message, code };
    // also a platform that refuses the question itself: it speaks another dialect than ours
    return { kind: 'fault', actor: 'developer', message, code };
  }
}
