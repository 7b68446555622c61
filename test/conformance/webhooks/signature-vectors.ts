import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#config/project-root.js';

/** One signed request and what a verifier must say of it. */
export interface SignatureVector {
  readonly name: string;
  /** `verified`, or the name of the refusal. */
  readonly expect: string;
  /** What the SDK says where it says something else: it reads bodies as the text that webhooks are. */
  readonly sdk?: string;
  /** The id was acted on before. */
  readonly seen?: boolean;
  /** Unix seconds. */
  readonly now: number;
  readonly secrets: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyBase64: string;
}

/** Versions of signatures that OpenSSL has computed vectors for. */
export const SCHEMES = ['v1', 'v1a', 'v1sm3'] as const;
export type Scheme = (typeof SCHEMES)[number];

const folder = join(projectRoot(), 'test', 'conformance', 'webhooks');

/** The script that computes the vectors. */
export const vectorScript = join(folder, 'make-vectors.sh');

/** The vectors of a version as they are kept. */
export const vectorText = (scheme: Scheme): string => readFileSync(join(folder, 'fixtures', `${scheme}.json`), 'utf8');

export const vectorsOf = (scheme: Scheme): readonly SignatureVector[] => JSON.parse(vectorText(scheme)) as SignatureVector[];
