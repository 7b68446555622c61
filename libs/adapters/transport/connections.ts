import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { Agent, Pool, ProxyAgent } from 'undici';
import type { Dispatcher } from 'undici';
import { OperatorError } from '#domain/errors.js';
import type { HttpSettings } from './http-settings.js';

/** Connections to one platform, through its proxy and with our certificate when the settings say so; always verified. */
export function connectionsOf(settings: HttpSettings): Dispatcher {
  const timeout = settings.timeoutSeconds * 1000;
  const limits = { connections: 8, headersTimeout: timeout, bodyTimeout: timeout };
  const certificates = certificatesOf(settings);
  if (settings.proxyUrl === undefined) return new Agent({ ...limits, connect: { timeout, ...certificates } });
  const { proxyUrl: uri, proxyUser, proxyPassword } = settings;
  return new ProxyAgent({
    ...limits,
    uri,
    clientFactory: proxyPool,
    // an http address is asked of the proxy by its whole name, as proxies that tunnel to 443 only want it
    proxyTunnel: false,
    ...(proxyUser !== undefined && { token: `Basic ${Buffer.from(`${proxyUser}:${proxyPassword ?? ''}`).toString('base64')}` }),
    requestTls: { timeout, ...certificates },
    proxyTls: { timeout, ...(certificates.ca && { ca: certificates.ca }) },
  });
}

/** A proxy that does not answer, breaks off or refuses before the platform was asked. */
class ProxyUnreachable extends Error {
  readonly code = 'EPROXY';
}

/**
 * The connections to the proxy itself. undici opens a tunnel again and again, for ever, while the proxy closes it with what
 * it takes for a passing socket error; under another code the request fails at once.
 */
function proxyPool(origin: URL, options: object): Pool {
  const pool = new Pool(origin, options);
  const connect = pool.connect.bind(pool) as (asked: Dispatcher.ConnectOptions) => Promise<Dispatcher.ConnectData>;
  const tunnel = (asked: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData> =>
    connect(asked).catch((cause: unknown) => {
      throw new ProxyUnreachable('the proxy opens no tunnel', { cause });
    });
  return Object.assign(pool, { connect: tunnel });
}

interface Certificates {
  readonly cert?: string;
  readonly key?: string;
  readonly passphrase?: string;
  readonly ca?: string;
}

function certificatesOf(settings: HttpSettings): Certificates {
  const certificates = {
    ...fileOf(settings, 'clientCertificate', 'cert'),
    ...fileOf(settings, 'clientKey', 'key'),
    ...fileOf(settings, 'ca', 'ca'),
    ...(settings.clientKeyPassphrase !== undefined && { passphrase: settings.clientKeyPassphrase }),
  };
  try {
    createSecureContext(certificates);
  } catch (cause) {
    const message =
      'clientCertificate, clientKey and ca cannot be used: no PEM, a wrong passphrase, or a key of another certificate';
    throw new OperatorError('CONFIG_INVALID', message, { cause });
  }
  return certificates;
}

function fileOf(
  settings: HttpSettings,
  setting: 'clientCertificate' | 'clientKey' | 'ca',
  name: keyof Certificates,
): Certificates {
  const path = settings[setting];
  if (path === undefined) return {};
  try {
    return { [name]: readFileSync(path, 'utf8') };
  } catch (cause) {
    throw new OperatorError('CONFIG_INVALID', `${setting}: the file ${path} cannot be read`, { cause });
  }
}
