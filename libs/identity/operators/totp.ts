import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
/** A phone's clock may be one step off; more would only help guessing (RFC 6238, 5.2). */
const WINDOW = 1;

/** A second factor that is offered: the secret in base32, and what an authenticator app reads as a QR code. */
export interface OfferedFactor {
  readonly secret: string;
  readonly uri: string;
}

/** Makes a secret of 160 bits (RFC 4226, 4). */
export function offerFactor(name: string): OfferedFactor {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, uri: factorOf(secret, name).toString() };
}

/** The step a six-digit code belongs to; undefined when it is wrong or its step, or a later one, was used before. */
export function stepOf(code: string, secret: string, now: Date, lastStep: number | undefined): number | undefined {
  const timestamp = now.getTime();
  const delta = factorOf(secret).validate({ token: code, timestamp, window: WINDOW });
  if (delta === null) return undefined;
  const step = Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
  return lastStep !== undefined && step <= lastStep ? undefined : step;
}

const factorOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: '汇流', label, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS, secret: Secret.fromBase32(secret) });
