import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { projectRoot } from '#config/project-root.js';
import type { Element } from '#test/support/fixmystreet.js';
import { FixMyStreet, xmlOf } from '#test/support/fixmystreet.js';
import { FIXMYSTREET_KEY, Open311Hub } from '#test/support/open311-hub.js';

/*
 * What the validators of old asked of a GeoReport server, in our own words. The published schemas are looked at as well
 * where they are at hand; nothing here needs them.
 */
const SCHEMAS = join(projectRoot(), '..', 'shared', 'data', 'open311_fixtures');
const hasSchemas = existsSync(SCHEMAS);
if (!hasSchemas) process.stderr.write(`Open311: the published schemas are not at ${SCHEMAS}; our own rules hold alone\n`);

const W3C = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;

interface Attribute {
  readonly variable: boolean;
  readonly code: string;
  readonly datatype: string;
  readonly required: boolean;
  readonly order: number;
  readonly values?: readonly { readonly key: string; readonly name: string }[];
}
type Fields = Record<string, string | number | boolean | null>;

const REPORTS: readonly Record<string, string>[] = [
  { service_code: 'E0113', description: '望江路路面塌了一块', lat: '36.0825', long: '120.3435' },
  { service_code: 'P0137', description: '帆影社区的路灯全不亮', address_string: '帆影路 8 号' },
  { service_code: 'A0501', address_id: '370299001001001' },
  { service_code: 'E0129', description: '楼下烧烤油烟太大', lat: '36.2', long: '120.6', media_url: 'https://fms.example/1.jpeg' },
];

describe('GeoReport v2', () => {
  let town: Open311Hub;
  let client: FixMyStreet;
  let services: Fields[];
  let definitions: { service_code: string; attributes: Attribute[] }[];
  let requests: Fields[];

  const json = async <T>(path: string, parameters: Record<string, string> = {}): Promise<T> =>
    JSON.parse((await client.get(path, parameters)).text) as T;
  /** What an XML element says of a JSON value. */
  const asText = (fields: Fields): Element =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === null ? '' : String(value)]));

  beforeAll(async () => {
    town = await Open311Hub.open();
    client = new FixMyStreet(town.hub.url, FIXMYSTREET_KEY);
    for (const report of REPORTS) await town.caseOf((await client.report(report))['service_request_id']);
    services = await json<Fields[]>('services.json');
    definitions = await Promise.all(
      services.slice(0, 3).map((service) => json<(typeof definitions)[0]>(`services/${service['service_code']}.json`)),
    );
    requests = await json<Fields[]>('requests.json');
  });
  afterAll(() => town?.close());

  describe('discovery', () => {
    it('names specification, address, kind and formats of the endpoint', async () => {
      expect(await json('discovery.json')).toEqual({
        changeset: expect.stringMatching(W3C),
        contact: '',
        key_service: '',
        endpoints: [
          {
            specification: 'http://wiki.open311.org/GeoReport_v2',
            url: `${town.hub.url}/open311/v2`,
            changeset: expect.stringMatching(W3C),
            type: 'production',
            formats: ['text/xml', 'application/json'],
          },
        ],
      });
    });

    it('says the same in XML', async () => {
      const discovery = xmlOf(await client.get('discovery.xml'))['discovery'] as unknown as {
        endpoints: { endpoint: { formats: { format: string[] }; url: string } };
      };
      expect(discovery.endpoints.endpoint.formats.format).toEqual(['text/xml', 'application/json']);
      expect(discovery.endpoints.endpoint.url).toBe(`${town.hub.url}/open311/v2`);
    });
  });

  it.each(['discovery', 'services', 'services/E0113', 'requests'])(
    'answers %s in the format of the address, XML when it names none',
    async (path) => {
      expect((await client.get(`${path}.json`)).type).toBe('application/json; charset=utf-8');
      for (const address of [path, `${path}.xml`]) {
        const answer = await client.get(address);
        expect(answer.type).toBe('text/xml; charset=utf-8');
        expect(answer.text).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>/);
      }
    },
  );

  describe('the list of services', () => {
    it('has services, each with a code of its own and a name', () => {
      expect(services).toHaveLength(48);
      expect(new Set(services.map((service) => service['service_code'])).size).toBe(48);
      expect(services.filter((service) => !service['service_code'] || !service['service_name'])).toEqual([]);
    });

    it('says of each whether there is a definition, and how its requests are answered', () => {
      expect(services.filter((service) => typeof service['metadata'] !== 'boolean')).toEqual([]);
      expect(services.filter(({ type }) => !['realtime', 'batch', 'blackbox'].includes(String(type)))).toEqual([]);
    });

    it('says the same in XML, in the same order', async () => {
      expect(await client.services()).toEqual(services.map(asText));
    });
  });

  describe('a service definition', () => {
    it('is that of the service asked for, with attributes each under a code of its own', () => {
      expect(definitions.map((definition) => definition.service_code)).toEqual(
        services.slice(0, 3).map((service) => service['service_code']),
      );
      for (const { attributes } of definitions) {
        expect(attributes.length).toBeGreaterThan(0);
        expect(new Set(attributes.map(({ code }) => code)).size).toBe(attributes.length);
      }
    });

    it('gives every attribute flags, a datatype and a place in the order', () => {
      const datatypes = ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'];
      for (const { attributes } of definitions) {
        expect(
          attributes.filter(({ variable, required }) => typeof variable !== 'boolean' || typeof required !== 'boolean'),
        ).toEqual([]);
        expect(attributes.filter(({ datatype }) => !datatypes.includes(datatype))).toEqual([]);
        expect(attributes.map(({ order }) => order)).toEqual(attributes.map((_attribute, index) => index + 1));
      }
    });

    it('gives values to lists and to nothing else, each with a key of its own', () => {
      for (const { values, datatype } of definitions.flatMap(({ attributes }) => attributes)) {
        expect(values !== undefined).toBe(datatype.endsWith('list'));
        expect(new Set(values?.map(({ key }) => key)).size).toBe(values?.length ?? 0);
      }
    });

    it('says the same in XML', async () => {
      const { service_definition: definition } = xmlOf(await client.get('services/E0113.xml')) as unknown as {
        service_definition: { service_code: string; attributes: { attribute: (Element & { values?: { value: Element[] } })[] } };
      };
      expect(definition.service_code).toBe('E0113');
      const [{ attributes }] = definitions;
      expect(
        definition.attributes.attribute.map(({ code, variable, required, values }) => [code, variable, required, values?.value]),
      ).toEqual(attributes.map(({ code, variable, required, values }) => [code, String(variable), String(required), values]));
    });
  });

  describe('the list of requests', () => {
    it('has every request once, under a service that there is', () => {
      expect(requests).toHaveLength(4);
      expect(new Set(requests.map((request) => request['service_request_id'])).size).toBe(4);
      const codes = services.map((service) => service['service_code']);
      expect(requests.filter((request) => !codes.includes(request['service_code']))).toEqual([]);
    });

    it('says open or closed, and times as W3C writes them, none changed before it was made', () => {
      expect(requests.filter(({ status }) => status !== 'open' && status !== 'closed')).toEqual([]);
      for (const { requested_datetime: requested, updated_datetime: updated, expected_datetime: expected } of requests) {
        for (const time of [requested, updated, expected]) expect(time).toMatch(W3C);
        expect(Date.parse(String(updated))).toBeGreaterThanOrEqual(Date.parse(String(requested)));
      }
    });

    it('tells every request where it was said to be', () => {
      const places = requests.map(({ lat, long, address, address_id: id }) => [lat, long, address, id]);
      expect(places).toEqual([
        [36.2, 120.6, null, null],
        [null, null, null, '370299001001001'],
        [null, null, '帆影路 8 号', null],
        [36.0825, 120.3435, null, '370299001001001'],
      ]);
    });

    it('gives what nobody wrote no description', () => {
      expect(requests.map(({ description }) => description)).toEqual([
        '楼下烧烤油烟太大',
        null,
        '帆影社区的路灯全不亮',
        '望江路路面塌了一块',
      ]);
    });

    it('says the same in XML, in the same order', async () => {
      expect(await client.requests()).toEqual(requests.map(asText));
    });

    it('shows one request as the list does', async () => {
      expect(await json(`requests/${requests[2]['service_request_id']}.json`)).toEqual([requests[2]]);
    });
  });

  describe('asking for some of them', () => {
    const ids = async (parameters: Record<string, string>) =>
      (await json<Fields[]>('requests.json', parameters)).map((request) => request['service_request_id']);
    const all = () => requests.map((request) => request['service_request_id']);

    it('by service, by status, by both', async () => {
      expect(await ids({ service_code: 'E0113,E0129' })).toEqual([all()[0], all()[3]]);
      expect(await ids({ status: 'open' })).toEqual(all());
      expect(await ids({ status: 'closed' })).toEqual([]);
      expect(await ids({ status: 'open,closed', service_code: 'P0137' })).toEqual([all()[2]]);
    });

    it('by the time they were made, both ends included', async () => {
      const at = String(requests[3]['requested_datetime']);
      expect(await ids({ start_date: at, end_date: new Date(Date.parse(at) + 999).toISOString() })).toContain(all()[3]);
      expect(await ids({ end_date: '2026-01-01T00:00:00Z' })).toEqual([]);
      expect(await ids({ start_date: '2019-01-01T00:00:00Z' })).toEqual([]);
    });

    it('by their ids, which override everything else', async () => {
      const wanted = { service_request_id: `${all()[3]},${all()[1]},nothing`, status: 'closed', start_date: 'never' };
      expect(await ids(wanted)).toEqual([all()[3], all()[1]]);
    });

    it('page by page', async () => {
      expect(await ids({ page_size: '3' })).toEqual(all().slice(0, 3));
      expect(await ids({ page_size: '3', page: '2' })).toEqual(all().slice(3));
    });
  });

  if (hasSchemas) {
    it('keeps the published schemas', async () => {
      for (const service of services) expect(await faultsOf('service', service)).toEqual([]);
      for (const definition of definitions) expect(await faultsOf('service-definition', definition)).toEqual([]);
      for (const request of requests) expect(await faultsOf('request', request)).toEqual([]);
      expect(await faultsOf('request', { ...requests[0], status: 'ajar' })).toEqual([
        expect.objectContaining({ instancePath: '/status', keyword: 'enum' }),
      ]);
    });
  }
});

/** What a published schema finds wrong; times have rules of their own above. */
async function faultsOf(name: string, value: unknown): Promise<unknown[]> {
  const schema = JSON.parse(readFileSync(join(SCHEMAS, `schema_${name}.json`), 'utf8')) as Record<string, unknown>;
  const customOptions = { strict: false, validateFormats: false, allErrors: true, coerceTypes: false as const };
  const app = fastify({ ajv: { customOptions } });
  let faults: unknown[] = [];
  app.get('/', async (request) => {
    const validate = request.compileValidationSchema(schema);
    faults = validate(value) ? [] : (validate.errors ?? []);
    return '';
  });
  await app.inject('/');
  return faults;
}
