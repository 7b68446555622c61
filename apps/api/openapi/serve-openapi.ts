import { existsSync, readFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { docsPage } from './docs-page.js';
import type { Document } from './document.js';

/** `GET /api/v1/openapi.json` and a page for people at `/api/docs`, out of one file and nothing from elsewhere. */
export function serveOpenApi(app: NestFastifyApplication, file: string): void {
  if (!existsSync(file)) return;
  const text = readFileSync(file, 'utf8');
  const page = docsPage(JSON.parse(text) as Document);
  const fastify = app.getHttpAdapter().getInstance();
  const serve = (address: string, type: string, body: string): void => {
    fastify.get(address, (_request, reply) => reply.type(type).header('cache-control', 'public, max-age=300').send(body));
  };
  serve('/api/v1/openapi.json', 'application/json; charset=utf-8', text);
  serve('/api/docs', 'text/html; charset=utf-8', page);
}
