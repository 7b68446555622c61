import { OperatorError, TransientError } from '#domain/errors.js';
import type { HubError } from '#domain/errors.js';

/** Codes by which OpenSSL and Node say that a certificate does not do. */
const UNTRUSTED =
  /^(?:CERT_|UNABLE_TO_|SELF_SIGNED_CERT|DEPTH_ZERO_|ERR_TLS_CERT_ALTNAME|ERROR_IN_CERT|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH|CRL_)/;
/** Codes by which the platform says that ours does not do. */
const REFUSED_OURS =
  /^ERR_SSL_.*ALERT_(?:CERTIFICATE_|BAD_CERTIFICATE|UNKNOWN_CA|UNSUPPORTED_CERTIFICATE|ACCESS_DENIED|HANDSHAKE_FAILURE|NO_CERTIFICATE)/;
/** Codes of a connection that was closed in our face; over TLS 1.3 some platforms turn us away without a word. */
const CUT: ReadonlySet<string> = new Set(['UND_ERR_SOCKET', 'ECONNRESET']);
const PROXY_STATUS = /^Proxy (?:response|Authentication Required) \((\d{3})\)/;

/** Where a request was going when it failed. */
export interface FailedRequest {
  readonly platform: string;
  /** Without query. */
  readonly address: string;
  /** Without user or password; undefined when there is none. */
  readonly proxy: string | undefined;
  /** Whether the answer had begun. */
  readonly answered: boolean;
  /** Whether we stopped it ourselves. */
  readonly stopped: boolean;
}

/** An error and what it came from, as far as it is told. */
function* causesOf(thrown: unknown): Generator<{ readonly code: string; readonly message: string }> {
  for (let error = thrown, depth = 0; typeof error === 'object' && error !== null && depth < 5; depth++) {
    const { code, message, cause } = error as { code?: unknown; message?: unknown; cause?: unknown };
    yield { code: String(code ?? ''), message: String(message ?? '') };
    error = cause;
  }
}

/** What a request that never came to a status, or broke off behind it, means for us: who must act next. */
export function networkFailure(cause: unknown, { platform, address, proxy, answered, stopped }: FailedRequest): HubError {
  if (stopped) return new TransientError('PLATFORM_UNREACHABLE', `work with ${platform} was stopped`);
  for (const { code, message } of causesOf(cause)) {
    if (UNTRUSTED.test(code)) return certificate(`${platform} shows a certificate that does not do (${code}): check ca`, cause);
    if (REFUSED_OURS.test(code)) {
      return certificate(`${platform} refuses our certificate (${code}): check clientCertificate and clientKey`, cause);
    }
    const status = PROXY_STATUS.exec(message)?.[1];
    if (status !== undefined) return proxyRefusal(Number(status), platform, proxy, cause);
  }
  if (answered) {
    return new TransientError('PLATFORM_BODY_BROKEN', `${platform} broke off in the middle of its answer`, { cause });
  }
  const isCut = [...causesOf(cause)].some(({ code }) => CUT.has(code)) && address.startsWith('https:');
  const hint = isCut ? '; it closes the connection at once: perhaps it asks for a clientCertificate' : '';
  const way = proxy === undefined ? '' : ` by way of the proxy ${proxy}`;
  return new TransientError('PLATFORM_UNREACHABLE', `${platform} does not answer at ${address}${way}${hint}`, { cause });
}

const certificate = (message: string, cause: unknown): OperatorError =>
  new OperatorError('PLATFORM_CERTIFICATE_REFUSED', message, { cause });

/** A proxy that cannot reach the platform says so by 502, 503 or 504; any other no is about us. */
function proxyRefusal(status: number, platform: string, proxy: string | undefined, cause: unknown): HubError {
  const details = { status };
  if (status >= 500) {
    const message = `the proxy ${proxy} does not reach ${platform} (HTTP ${status})`;
    return new TransientError('PLATFORM_UNREACHABLE', message, { cause, details });
  }
  const hint = status === 407 ? ': check proxyUser and proxyPassword' : '';
  const message = `the proxy ${proxy} does not let us through to ${platform} (HTTP ${status})${hint}`;
  return new OperatorError('PLATFORM_PROXY_REFUSED', message, { cause, details });
}
