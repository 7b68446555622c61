import type { Route } from './routes.js';
import type { Part } from './schema.js';

/** How a caller shows who it is. */
export const SECURITY_SCHEMES: Readonly<Record<string, Part>> = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'huiliu_session',
    description: 'What `POST /api/v1/session` sets. Requests of other sites’ pages are refused.',
  },
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'The `token` of `POST /api/v1/session`, or an API key (`hlk_…`).',
  },
  webhookSignature: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description:
      'Standard Webhooks: with `webhook-id`, `webhook-timestamp` and the sender in `x-department`; docs/department-guide.md shows how.',
  },
  platformSignature: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description: 'As the kind of platform signs what it pushes; docs/adapters.md.',
  },
};

/** Any one of these is enough; none where everybody may ask. */
export function securityOf({ path, guards }: Route): Record<string, readonly string[]>[] {
  if (path.startsWith('/inbound/')) return [{ platformSignature: [] }];
  if (path.startsWith('/department/')) {
    return path.endsWith('/commands') ? [{ webhookSignature: [] }, { bearer: [] }] : [{ bearer: [] }];
  }
  return guards.length === 0 ? [] : [{ session: [] }, { bearer: [] }];
}
