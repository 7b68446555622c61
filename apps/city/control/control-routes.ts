import type { FastifyInstance } from 'fastify';
import type { Truth, ScoredRow } from '../score/score-against-truth.js';
import { scoreAgainstTruth } from '../score/score-against-truth.js';
import type { HubAddress } from '../operator/hub-desk.js';
import type { CityMischief } from '../world/city-mischief.js';

/** What the control routes may turn and read. */
export interface Controls {
  readonly truth: Truth;
  summary(): Record<string, unknown>;
  changeMischief(wish: Readonly<Record<string, unknown>>): CityMischief;
  useHub(hub: HubAddress): void;
}

const object = (body: unknown): Record<string, unknown> =>
  typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};

/** The city's own door: truth, score, mischief. No hub ever calls it; whoever runs a demonstration or a test does. */
export function mountControls(app: FastifyInstance, controls: Controls): void {
  app.get('/health', () => ({ ok: true }));
  app.get('/truth/summary', () => controls.summary());
  app.post('/truth/score', { bodyLimit: 64 * 1024 * 1024 }, (request, reply) => {
    if (!Array.isArray(request.body)) return reply.code(400).send({ error: 'rows expected' });
    return scoreAgainstTruth(request.body as ScoredRow[], controls.truth);
  });
  app.post('/control/mischief', (request) => controls.changeMischief(object(request.body)));
  app.post('/control/hub', (request, reply) => {
    const { url, adminName, adminPassword } = object(request.body);
    if (typeof url !== 'string') return reply.code(400).send({ error: 'url expected' });
    const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
    controls.useHub({ url: url.replace(/\/$/, ''), adminName: text(adminName), adminPassword: text(adminPassword) });
    return { ok: true };
  });
}
