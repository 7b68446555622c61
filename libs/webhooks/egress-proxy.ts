import type { LookupFunction, Socket } from 'node:net';
import { isIP } from 'node:net';
import { Pool, buildConnector } from 'undici';
import type { Certificates } from './address-guard.js';
import { guardedAddress } from './address-guard.js';

/** Error code of a tunnel that the proxy did not open: nobody has spoken to the endpoint. */
export const PROXY_REFUSED = 'EPROXY';

const TUNNEL_MS = 10_000;

interface Way {
  readonly allowPrivate: boolean;
  readonly resolve?: LookupFunction;
  readonly certificates?: Certificates;
}

/**
 * The only door out of a closed network. It is asked for the address that was checked, never for a name: so the check holds for
 * the connection that is made, and the proxy needs no name resolution of its own.
 */
export class EgressProxy {
  private readonly pool: Pool;
  private readonly headers: Readonly<Record<string, string>>;

  /** An http or https address, with user and password if the proxy wants them. */
  constructor(proxyUrl: string, certificates: Certificates = {}) {
    const { origin, username, password } = new URL(proxyUrl);
    const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    this.headers = username === '' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(user).toString('base64')}` };
    this.pool = new Pool(origin, { connect: { timeout: TUNNEL_MS, ...(certificates.ca && { ca: certificates.ca }) } });
  }

  /** Opens connections through the proxy, TLS with the endpoint itself inside. */
  connector({ allowPrivate, resolve, certificates }: Way): buildConnector.connector {
    const secure = buildConnector({ ...certificates });
    return (options, callback) => {
      const port = options.port === '' ? (options.protocol === 'https:' ? '443' : '80') : options.port;
      guardedAddress(options.hostname, allowPrivate, resolve)
        .then((address) => this.tunnel(isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`))
        .then((socket) => {
          if (options.protocol === 'https:') secure({ ...options, httpSocket: socket }, callback);
          else callback(null, socket);
        })
        .catch((thrown: Error) => callback(thrown, null));
    };
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }

  /** Under a code of our own: undici would try again for ever what it takes for a passing fault of a socket. */
  private async tunnel(path: string): Promise<Socket> {
    const signal = AbortSignal.timeout(TUNNEL_MS);
    const asked = this.pool.connect({ path, headers: { host: path, ...this.headers }, signal });
    const { statusCode, socket } = await asked.catch((cause: Error) => {
      throw proxyFault(cause.message, cause);
    });
    if (statusCode === 200) return socket as Socket;
    socket.on('error', () => undefined).destroy();
    throw proxyFault(`HTTP ${statusCode}`);
  }
}

const proxyFault = (why: string, cause?: Error): NodeJS.ErrnoException =>
  Object.assign(new Error(`egress proxy: no tunnel, ${why}`, { cause }), { code: PROXY_REFUSED });
