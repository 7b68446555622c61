import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A key and the certificate that vouches for itself, as files and as text. */
export interface MadeCertificate {
  readonly keyFile: string;
  readonly certFile: string;
  readonly key: string;
  readonly cert: string;
}

/** Makes a certificate for 127.0.0.1 and localhost by OpenSSL; with a passphrase its key is encrypted. */
export function makeCertificate(
  folder: string,
  name: string,
  options: { passphrase?: string; host?: string } = {},
): MadeCertificate {
  const keyFile = join(folder, `${name}.key`);
  const certFile = join(folder, `${name}.crt`);
  const { passphrase, host = 'IP:127.0.0.1,DNS:localhost' } = options;
  const lock = passphrase === undefined ? ['-nodes'] : ['-passout', `pass:${passphrase}`];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  const wish = ['-days', '2', '-subj', `/CN=${name}`, '-addext', `subjectAltName=${host}`, '-keyout', keyFile, '-out', certFile];
  execFileSync('openssl', ['req', '-x509', ...curve, ...lock, ...wish], { stdio: 'pipe' });
  return { keyFile, certFile, key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
}
