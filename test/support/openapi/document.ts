import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiModule } from '#apps/api/api.module.js';
import { HealthController } from '#apps/api/health.controller.js';
import { SyncModule } from '#apps/sync/sync.module.js';
import { projectRoot } from '#config/project-root.js';
import { AnswerSchemas } from './answer-schemas.js';
import { InputSchemas } from './input-schemas.js';
import { operationOf } from './operation.js';
import { problemResponses } from './problems.js';
import type { Route } from './routes.js';
import { routesOf } from './routes.js';
import type { Part, Schema } from './schema.js';
import { NamedSchemas } from './schema.js';
import { SECURITY_SCHEMES } from './security.js';
import { Sources } from './sources.js';

/** Open311 describes itself in documents of its own. */
const DESCRIBED = /^\/(api\/v1|department\/v1|inbound|health)(\/|$|\.)/;
const MODULES = [ApiModule, SyncModule, { module: class Pulse {}, controllers: [HealthController] }];
/** Whatever these files import is read along. */
const FILES = ['apps/api/api.module.ts', 'apps/api/health.controller.ts', 'apps/api/problem.ts', 'apps/sync/sync.module.ts'];

export type OpenApi = Readonly<Record<string, unknown>> & {
  readonly paths: Readonly<Record<string, Record<string, Part>>>;
  readonly components: { readonly schemas: Record<string, Schema> } & Record<string, unknown>;
};

/** The OpenAPI 3.1 document of the HTTP API, out of decorators, validators, types and docstrings. */
export function drawOpenApi(): OpenApi {
  const root = projectRoot();
  const sources = new Sources(
    join(root, 'tsconfig.json'),
    FILES.map((file) => join(root, file)),
  );
  const named = new NamedSchemas();
  const schemas = { answers: new AnswerSchemas(sources, named), inputs: new InputSchemas(sources, named), sources };
  const routes = routesOf(MODULES).filter(({ path }) => DESCRIBED.test(path));
  const problem = schemas.answers.of(sources.typeNamed('Problem')) as Schema;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Huiliu 汇流',
      version,
      description:
        'The multi-network integration hub (多网融合) of a sub-district office. Errors are problems of RFC 9457 with the codes of docs/errors.md; ' +
        'lists go on at the cursor in `next`; a command that carries a `requestId` has one effect however often it is sent.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: tagsOf(routes, sources),
    paths: pathsOf(routes, (route) => operationOf(route, schemas)),
    components: { schemas: named.all(), responses: problemResponses(problem), securitySchemes: SECURITY_SCHEMES },
  };
}

function tagsOf(routes: readonly Route[], sources: Sources): { name: string; description?: string }[] {
  const names = [...new Set(routes.map(({ controller }) => controller.name))];
  return names.map((name) => {
    const description = sources.docOf(name);
    return { name: name.replace(/Controller$/, ''), ...(description !== '' && { description }) };
  });
}

function pathsOf(routes: readonly Route[], draw: (route: Route) => Part): Record<string, Record<string, Part>> {
  const paths: Record<string, Record<string, Part>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = draw(route);
  return paths;
}
