/** What the hub says of a command it refuses (RFC 9457), as far as it says it. */
export interface Problem {
  readonly status: number;
  /** Stable; docs/errors.md of the hub says of each what to do. */
  readonly code: string;
  readonly detail: string;
  /** Where the case stands. */
  readonly caseStatus?: string;
  readonly version?: number;
  /** What the case can do from there. */
  readonly legal: readonly string[];
}

/** The hub refuses the command: sending it again does not help. */
export class HubRefusal extends Error implements Problem {
  override readonly name = 'HubRefusal';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly caseStatus?: string;
  readonly version?: number;
  readonly legal: readonly string[];

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.caseStatus = problem.caseStatus;
    this.version = problem.version;
    this.legal = problem.legal;
  }
}

/** The hub could not be reached, or had no time, at every try. It may have understood: say it again under the same id. */
export class HubUnavailable extends Error {
  override readonly name = 'HubUnavailable';

  constructor(
    readonly id: string,
    readonly tries: number,
    options: ErrorOptions,
  ) {
    super(`the hub did not take ${id} in ${tries} tries`, options);
  }
}

/** Reads a refusal; what is no problem document, a proxy's page for one, is named by its status. */
export function readProblem(status: number, text: string): Problem {
  const given = readObject(text);
  const said = (name: string): string | undefined => (typeof given[name] === 'string' ? given[name] : undefined);
  return {
    status,
    code: said('code') ?? `HTTP_${status}`,
    detail: said('detail') ?? text.slice(0, 200),
    caseStatus: said('caseStatus'),
    version: typeof given['version'] === 'number' ? given['version'] : undefined,
    legal: said('legal')?.split(' ').filter(Boolean) ?? [],
  };
}

function readObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
