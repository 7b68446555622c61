/** A refusal as the API tells it (RFC 9457), or `UNREACHABLE` when nobody answered. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

/** Where a 401 may say that a password or code was wrong, and nothing about the session. */
const TYPED = ['session/password', 'session/second-factor', 'session/second-factor/confirm', 'session/second-factor/remove'];

let whenSessionEnded: () => void = () => undefined;

/** What happens when the API says that nobody is signed in. */
export function onSessionEnded(action: () => void): void {
  whenSessionEnded = action;
}

type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

export const get = <Answer>(path: string, query: Query = {}): Promise<Answer> => send('GET', path + queryText(query));
export const post = <Answer>(path: string, body?: unknown): Promise<Answer> => send('POST', path, body);
export const patch = <Answer>(path: string, body?: unknown): Promise<Answer> => send('PATCH', path, body);
export const put = (path: string, body: unknown): Promise<void> => send('PUT', path, body);
export const del = (path: string): Promise<void> => send('DELETE', path);

/** Where a file is fetched from by the browser itself. */
export const addressOf = (path: string, query: Query = {}): string => `/api/v1/${path}${queryText(query)}`;

async function send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const request = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
  const answer = await fetch(`/api/v1/${path}`, request).catch(() => undefined);
  if (!answer) throw new Problem(0, 'UNREACHABLE', '');
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as Answer;
  const { code = 'DEFECT', detail = answer.statusText } = (await answer.json().catch(() => ({}))) as {
    code?: string;
    detail?: string;
  };
  if (answer.status === 401 && (await isEnd(path))) whenSessionEnded();
  throw new Problem(answer.status, code, detail);
}

async function isEnd(path: string): Promise<boolean> {
  if (path === 'session') return false;
  return !TYPED.includes(path) || (await fetch('/api/v1/session').catch(() => undefined))?.status === 401;
}

function queryText(query: Query): string {
  const filled = Object.entries(query).filter(([, value]) => value !== undefined && value !== '' && String(value) !== '');
  if (filled.length === 0) return '';
  return `?${new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString()}`;
}
