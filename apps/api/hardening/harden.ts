import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { refuseOtherSites } from './other-sites.js';
import { brakeRequests, type RequestLimits } from './request-brake.js';

/** Largest body of a person's or department's request; platforms push more, attachments have a limit of their own. */
const COMMAND_BYTES = 1024 * 1024;
const COMMANDS = /^\/(api|department)\/v1\/(?!.*\/attachments)/;

/** Headers, body limits and brakes, for every route that is registered afterwards. */
export async function harden(app: NestFastifyApplication, limits: RequestLimits): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await fastify.register(fastifyHelmet as never, HEADERS);
  await fastify.register(fastifyRateLimit as never, { global: false });
  fastify.addHook('onRoute', (route) => {
    if (COMMANDS.test(route.url)) route.bodyLimit ??= COMMAND_BYTES;
  });
  fastify.addHook('onRequest', refuseOtherSites);
  brakeRequests(fastify, limits);
}

/** What the console needs and no more: its own scripts, styles that Element Plus sets on elements, charts drawn as data. */
const HEADERS = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  xFrameOptions: { action: 'deny' },
  referrerPolicy: { policy: 'no-referrer' },
  // The hub itself speaks plain HTTP: whoever puts TLS before it says for how long.
  strictTransportSecurity: false,
} as const;
