import { OperatorError, RejectedError, TransientError } from '#domain/errors.js';
import type { HubError } from '#domain/errors.js';
import type { HttpNames } from './http-names.js';
import { retryAfter } from './retry-after.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What a platform's status other than 2xx means for us: who must act next. */
export function refusal(status: number, headers: Headers, names: HttpNames & { readonly address: string }, now: Date): HubError {
  const { platform, credential, address } = names;
  const details = { status };
  if (status === 401 || status === 403) {
    const message = `${platform} refuses the credential in ${credential} (HTTP ${status})`;
    return new OperatorError('PLATFORM_CREDENTIAL_REFUSED', message, { details });
  }
  if (status === 407) {
    const message = `the proxy before ${platform} does not let us through (HTTP 407): check proxyUser and proxyPassword`;
    return new OperatorError('PLATFORM_PROXY_REFUSED', message, { details });
  }
  if (status === 429 || status === 503) {
    const header = headers['retry-after'];
    const retryAt = retryAfter(Array.isArray(header) ? header[0] : header, now);
    const options = { details, ...(retryAt && { retryAt }) };
    return status === 429
      ? new TransientError('PLATFORM_RATE_LIMITED', `${platform} asks us to slow down`, options)
      : new TransientError('PLATFORM_BUSY', `${platform} is busy (HTTP 503)`, options);
  }
  if (status >= 500 || status === 408 || status === 425) {
    return new TransientError('PLATFORM_BUSY', `${platform} answers with HTTP ${status}`, { details });
  }
  if (status === 404 || status === 410 || status < 400) {
    return new OperatorError('PLATFORM_ADDRESS_WRONG', `${platform} knows nothing at ${address} (HTTP ${status})`, { details });
  }
  return new RejectedError('PLATFORM_REQUEST_REFUSED', `${platform} refuses the request (HTTP ${status})`, { details });
}
