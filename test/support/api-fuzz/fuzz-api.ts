import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '#config/project-root.js';
import { CASE, PARKED, REPORT } from '../admin-desk.js';
import type { TestDatabase } from '../database.js';
import type { OpenApi } from '../openapi/document.js';
import { AnswerLaws } from './answer-laws.js';
import { FuzzHub } from './fuzz-hub.js';
import type { FuzzedOperation, FuzzedRequest } from './requests.js';
import { requestsTo } from './requests.js';
import type { InputSchema } from './schema-values.js';
import { SchemaValues } from './schema-values.js';

/** What came of a run: how often each status was answered, and every kind of fault with one request that shows it. */
export interface FuzzResult {
  readonly asked: number;
  readonly operations: number;
  readonly byStatus: Readonly<Record<number, number>>;
  readonly faults: readonly string[];
}

const AT_ONCE = 6;
/** Fields and parts of addresses that name something → what there is. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  number: ['HL202611200001'],
  caseNumber: ['HL202611200001'],
  report: [REPORT],
  reports: [REPORT],
  ids: [PARKED, '2'],
  department: ['transport', 'housing'],
  owner: ['transport'],
  platform: ['hotline'],
  target: ['hotline', 'transport'],
  street: ['云岚街道'],
  a: ['hotline/H1'],
  b: ['H1', REPORT],
  week: ['2026-W47'],
  day: ['2026-11-20'],
  '/api/v1/platforms/{id}/pause id': ['hotline'],
  '/api/v1/platforms/{id}/resume id': ['hotline'],
  '/api/v1/platforms/{id}/reconcile id': ['hotline'],
  '/api/v1/deliveries/{id} id': [PARKED],
  id: [CASE, PARKED, '1'],
};

/** Asks a real hub what the committed document makes conceivable; the same seed asks the same. */
export async function fuzzApi(
  database: TestDatabase,
  { requests, seed }: { requests: number; seed: number },
): Promise<FuzzResult> {
  const document = JSON.parse(readFileSync(join(projectRoot(), 'docs', 'openapi.json'), 'utf8')) as OpenApi;
  const operations = operationsOf(document);
  const values = new SchemaValues(document.components.schemas as Record<string, InputSchema>, KNOWN);
  const laws = new AnswerLaws(document);
  const each = Math.ceil(requests / operations.length);
  const drawn = operations.flatMap((operation) => fc.sample(requestsTo(operation, values), { seed, numRuns: each }));
  const shuffled = fc.sample(fc.shuffledSubarray(drawn, { minLength: drawn.length }), { seed, numRuns: 1 })[0];
  const hub = await FuzzHub.open(database);
  try {
    return { operations: operations.length, ...(await judged(shuffled, hub, laws)) };
  } finally {
    await hub.leave();
  }
}

async function judged(drawn: readonly FuzzedRequest[], hub: FuzzHub, laws: AnswerLaws): Promise<Omit<FuzzResult, 'operations'>> {
  const faults = new Map<string, string>();
  const byStatus: Record<number, number> = {};
  const ask = async (request: FuzzedRequest): Promise<void> => {
    const answer = await hub.ask(request);
    byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1;
    if (answer.status === 401 && request.credentials === 'own') await hub.signIn();
    const fault = laws.faultOf(request.operation, answer);
    const { method, path } = request.operation;
    const kind = `${method} ${path}: ${fault}`;
    if (fault !== undefined && !faults.has(kind))
      faults.set(
        kind,
        `${kind}\n  ${request.url.slice(0, 300)}\n  ${request.payload?.slice(0, 300) ?? ''}\n  ${answer.text.slice(0, 300)}`,
      );
  };
  for (let start = 0; start < drawn.length; start += AT_ONCE) await Promise.all(drawn.slice(start, start + AT_ONCE).map(ask));
  return { asked: drawn.length, byStatus, faults: [...faults.values()] };
}

/** All but the streams, which never end, and what platforms push, which another role takes. */
function operationsOf(document: OpenApi): FuzzedOperation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(
        ([, operation]) => !path.startsWith('/inbound/') && !JSON.stringify(operation.responses).includes('text/event-stream'),
      )
      .map(([method, operation]) => operationOf(path, method, operation)),
  );
}

function operationOf(path: string, method: string, operation: Readonly<Record<string, unknown>>): FuzzedOperation {
  const body = operation.requestBody as { content: Record<string, { schema?: InputSchema }> } | undefined;
  return {
    path,
    method,
    operationId: operation.operationId as string,
    parameters: (operation.parameters ?? []) as FuzzedOperation['parameters'],
    body: body?.content['application/json']?.schema,
    takesBytes: body?.content['*/*'] !== undefined,
  };
}
