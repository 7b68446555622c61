import { OperatorError, RejectedError, TransientError } from '#domain/errors.js';
import type { HubError } from '#domain/errors.js';
import type { HttpNames } from './http-names.js';

/** What the code inside a 200 answer means. */
export type EnvelopeMeaning = 'credential' | 'rate' | 'busy' | 'refused';

/** The error for a platform that says no inside an HTTP 200; its own words stay out, they may name citizens. */
export function envelopeRefusal(meaning: EnvelopeMeaning, code: string, names: HttpNames): HubError {
  const { platform, credential } = names;
  const details = { code };
  switch (meaning) {
    case 'credential':
      return new OperatorError('PLATFORM_CREDENTIAL_REFUSED', `${platform} refuses the credential in ${credential} (${code})`, {
        details,
      });
    case 'rate':
      return new TransientError('PLATFORM_RATE_LIMITED', `${platform} asks us to slow down (${code})`, { details });
    case 'busy':
      return new TransientError('PLATFORM_BUSY', `${platform} answers with an error of its own (${code})`, { details });
    case 'refused':
      return new RejectedError('PLATFORM_REQUEST_REFUSED', `${platform} refuses the request (${code})`, { details });
  }
}
