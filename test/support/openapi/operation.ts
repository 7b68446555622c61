import type { AnswerSchemas } from './answer-schemas.js';
import type { InputSchemas } from './input-schemas.js';
import { isChecked } from './input-schemas.js';
import { problemsOf } from './problems.js';
import type { Route, Taken } from './routes.js';
import type { Part } from './schema.js';
import { securityOf } from './security.js';
import type { Sources } from './sources.js';

/** Where an operation's schemas and words come from. */
export interface Descriptions {
  readonly answers: AnswerSchemas;
  readonly inputs: InputSchemas;
  readonly sources: Sources;
}

/** A route as an operation of OpenAPI. */
export function operationOf(route: Route, given: Descriptions): Part {
  const { controller, handler } = route;
  const tag = controller.name.replace(/Controller$/, '');
  const doc = given.sources.docOf(controller.name, handler);
  const parameters = route.takes.flatMap((taken) => parametersOf(taken, route, given.inputs));
  const body = bodyOf(route, given.inputs);
  return {
    operationId: `${tag[0].toLowerCase()}${tag.slice(1)}.${handler}`,
    tags: [tag],
    ...(doc !== '' && { summary: doc }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
    responses: { ...answersOf(route, given), ...problemsOf(route) },
    security: securityOf(route),
  };
}

function parametersOf({ from, name, type }: Taken, route: Route, inputs: InputSchemas): Part[] {
  if (from === 'request' || from === 'body') return [];
  if (name !== undefined) return [{ name, in: from, required: from === 'path', schema: { type: 'string' } }];
  if (!isChecked(type)) return [];
  const { properties = {}, required = [] } = inputs.of(type);
  return Object.entries(properties).map(([field, { description, ...schema }]) => ({
    name: field,
    in: from,
    required: from === 'path' || required.includes(field),
    ...(description !== undefined && { description }),
    // A list is written with commas: ?status=held,dispatched
    ...(schema.type === 'array' && { style: 'form', explode: false }),
    schema,
  }));
}

/** A checked class is JSON; whoever takes the request itself reads bytes. */
function bodyOf({ method, takes }: Route, inputs: InputSchemas): Part | undefined {
  const type = takes.find(({ from }) => from === 'body')?.type;
  if (isChecked(type)) {
    const isNeeded = (inputs.of(type).required ?? []).length > 0;
    return { required: isNeeded, content: { 'application/json': { schema: inputs.refer(type) } } };
  }
  const readsItself = method !== 'get' && method !== 'delete' && takes.some(({ from }) => from === 'request');
  return readsItself ? { required: true, content: { '*/*': {} } } : undefined;
}

function answersOf({ controller, handler, status, alsoAnswers, mediaType }: Route, { answers, sources }: Descriptions) {
  const isJson = mediaType.startsWith('application/json');
  const schema = isJson ? answers.of(sources.answerOf(controller.name, handler)) : { type: 'string' };
  const response = { description: DESCRIPTIONS[status] ?? 'Done.', ...(schema && { content: { [mediaType]: { schema } } }) };
  const others = alsoAnswers.map((other) => [
    other,
    other === 304 ? { description: UNCHANGED } : { ...response, description: DESCRIPTIONS[other] },
  ]);
  return Object.fromEntries([[status, response], ...others]) as Record<string, Part>;
}

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  200: 'Done.',
  201: 'Made.',
  202: 'Taken; it goes on.',
  204: 'Done; there is nothing to say.',
  503: 'Not now: the same, with what is down.',
};
const UNCHANGED = 'As whoever asks has it.';
