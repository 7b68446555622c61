import { XMLParser } from 'fast-xml-parser';

const LISTS = new Set(['service', 'request', 'request_update', 'error', 'attribute', 'value']);

/** As FixMyStreet reads XML: lists are lists even with one element, everything else is text. */
const parser = new XMLParser({ parseTagValue: false, trimValues: false, isArray: (name) => LISTS.has(name), htmlEntities: true });

export type Element = Record<string, string>;

/** An answer of the server. */
export interface Open311Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Calls as FixMyStreet's client makes them, and a few more that others make. */
export class FixMyStreet {
  constructor(
    private readonly url: string,
    private readonly apiKey: string,
  ) {}

  async get(path: string, parameters: Record<string, string> = {}): Promise<Open311Answer> {
    const query = new URLSearchParams(parameters).toString();
    return answered(await fetch(`${this.url}/open311/v2/${path}${query && `?${query}`}`));
  }

  async post(path: string, form: Record<string, string | undefined>): Promise<Open311Answer> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ api_key: this.apiKey, ...form }))
      if (value !== undefined) body.append(name, value);
    return answered(await fetch(`${this.url}/open311/v2/${path}`, { method: 'POST', body }));
  }

  services = async (): Promise<Element[]> => listIn(await this.get('services.xml'), 'services', 'service');

  requests = async (parameters: Record<string, string> = {}): Promise<Element[]> =>
    listIn(await this.get('requests.xml', parameters), 'service_requests', 'request');

  async report(form: Record<string, string | undefined>): Promise<Element> {
    return listIn(await this.post('requests.xml', form), 'service_requests', 'request')[0];
  }

  updates = async (start: string, end: string): Promise<Element[]> =>
    listIn(
      await this.get('servicerequestupdates.xml', { api_key: this.apiKey, start_date: start, end_date: end }),
      'service_request_updates',
      'request_update',
    );

  async comment(form: Record<string, string | undefined>): Promise<string> {
    const answer = await this.post('servicerequestupdates.xml', form);
    return listIn(answer, 'service_request_updates', 'request_update')[0]['update_id'];
  }
}

/** The document of an answer, as FixMyStreet's XML reader gives it. */
export const xmlOf = (answer: Open311Answer): Record<string, never> => parser.parse(answer.text) as Record<string, never>;

/** Code and description of the first error, and the status they came with. */
export function errorOf(answer: Open311Answer): readonly [number, string, string] {
  const { code, description } = (xmlOf(answer)['errors'] as unknown as { error: Element[] }).error[0];
  return [answer.status, code, description];
}

function listIn(answer: Open311Answer, root: string, item: string): Element[] {
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  const list = xmlOf(answer)[root] as unknown;
  return list === '' ? [] : ((list as Record<string, Element[]>)[item] ?? []);
}

async function answered(response: Response): Promise<Open311Answer> {
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
}
