import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { OpenApi } from '../openapi/document.js';
import type { FuzzedOperation } from './requests.js';

export interface GivenAnswer {
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
}

interface Response {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}

/** What no answer may show: a stack, a file of ours, PostgreSQL's own words. */
const LEAKS =
  /\bat \S+ \(|node_modules|\.ts:\d|dist\/|syntax error at or near|invalid input syntax|violates |QueryFailedError|relation "/;

/** Holds answers against the document: no mistake of ours, a declared status, and exactly what its schema says. */
export class AnswerLaws {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false, logger: false });
  private readonly validators = new Map<string, ValidateFunction | undefined>();
  private readonly components: Record<string, unknown>;

  constructor(private readonly document: OpenApi) {
    addFormats.default(this.ajv);
    this.components = closed(document.components) as Record<string, unknown>;
  }

  /** What is wrong with an answer; undefined when nothing is. */
  faultOf({ path, method }: FuzzedOperation, answer: GivenAnswer): string | undefined {
    if (answer.status >= 500) return `status ${answer.status}`;
    const leak = LEAKS.exec(answer.text);
    if (leak) return `shows ${leak[0]}`;
    const responses = this.document.paths[path][method].responses as Record<string, Response>;
    const declared = responses[answer.status];
    if (!declared) return `status ${answer.status} is not declared`;
    return this.bodyFault(`${method} ${path} ${answer.status}`, this.resolved(declared), answer);
  }

  private bodyFault(key: string, { content }: Response, { mediaType, text }: GivenAnswer): string | undefined {
    if (!content) return text === '' ? undefined : 'a body where none is declared';
    const schema = (content[mediaType] ?? content['*/*'])?.schema;
    if (!schema) return `${mediaType} is not declared`;
    if (!mediaType.endsWith('json')) return undefined;
    if (!this.validators.has(key))
      this.validators.set(key, this.ajv.compile({ ...(closed(schema) as object), components: this.components }));
    const validate = this.validators.get(key);
    if (!validate || validate(JSON.parse(text))) return undefined;
    const [{ instancePath, message, params }] = validate.errors ?? [];
    return `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`;
  }

  private resolved(response: Response): Response {
    const name = response.$ref?.split('/').at(-1);
    if (name === undefined) return response;
    return (this.document.components.responses as Record<string, Response>)[name];
  }
}

/** The same schemas with no room for undeclared fields, but for problems, which some codes add to. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isOpen = !('properties' in inner) || 'additionalProperties' in inner || isProblem(inner);
  return isOpen ? inner : { ...inner, additionalProperties: false };
}

const isProblem = ({ properties }: Record<string, unknown>): boolean =>
  ['type', 'title', 'status', 'code', 'detail'].every((name) => name in (properties as object));
