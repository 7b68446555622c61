import { readFileSync } from 'node:fs';
import { createSecureContext, rootCertificates } from 'node:tls';
import type { HubConfig } from '#config/load-config.js';
import { OperatorError } from '#domain/errors.js';
import type { WayOut } from '#webhooks/http-webhook-sender.js';

/** How webhooks leave this machine, as the environment says. Throws OperatorError for files that cannot be used. */
export function wayOut({ delivery }: Pick<HubConfig, 'delivery'>): WayOut {
  const { egressProxy: proxyUrl, clientKeyPassphrase: passphrase } = delivery;
  const authorities = textOf('HUB_TRUSTED_CA', delivery.trustedCa);
  const certificates = {
    cert: textOf('HUB_CLIENT_CERTIFICATE', delivery.clientCertificate),
    key: textOf('HUB_CLIENT_KEY', delivery.clientKey),
    passphrase,
    ca: authorities === undefined ? undefined : [...rootCertificates, authorities],
  };
  if ((certificates.cert === undefined) !== (certificates.key === undefined)) {
    throw new OperatorError('CONFIG_INVALID', 'HUB_CLIENT_CERTIFICATE and HUB_CLIENT_KEY: give both or neither');
  }
  try {
    createSecureContext(certificates);
  } catch (cause) {
    const message =
      'HUB_CLIENT_CERTIFICATE, HUB_CLIENT_KEY, HUB_TRUSTED_CA: no PEM, a wrong passphrase, or a key of another certificate';
    throw new OperatorError('CONFIG_INVALID', message, { cause });
  }
  return { proxyUrl, certificates };
}

function textOf(variable: string, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new OperatorError('CONFIG_INVALID', `${variable}: the file ${path} cannot be read`, { cause });
  }
}
