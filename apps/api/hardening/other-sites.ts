import type { FastifyRequest } from 'fastify';
import { RejectedError } from '#domain/errors.js';

const HARMLESS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
/** `none`: the person typed the address. Programs send nothing of the kind. */
const OWN: readonly unknown[] = [undefined, 'same-origin', 'none'];

/** Browsers say whose page makes a request: no other site's page changes anything here, signed in or not. */
export async function refuseOtherSites({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): Promise<void> {
  if (!HARMLESS.includes(method) && !OWN.includes(headers['sec-fetch-site']))
    throw new RejectedError('FORBIDDEN', 'the request comes from another site');
}
