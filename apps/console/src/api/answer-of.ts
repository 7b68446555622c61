import type { paths } from './schema';

type Json<Responses> = { [Status in keyof Responses & (200 | 201 | 202)]: Responses[Status] }[keyof Responses &
  (200 | 201 | 202)] extends {
  content: { 'application/json': infer Body };
}
  ? Body
  : never;

/** What a route of the API answers, as docs/openapi.json describes it. */
export type AnswerOf<Path extends keyof paths, Method extends 'get' | 'post' | 'patch'> = paths[Path][Method] extends {
  responses: infer Responses;
}
  ? Json<Responses>
  : never;
