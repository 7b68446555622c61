import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { signInAs } from '#test/support/admin-app.js';
import { AdminDesk } from '#test/support/admin-desk.js';
import { until } from '#test/support/until.js';

interface Heard {
  readonly id?: string;
  readonly type: string;
  readonly data: { readonly number?: string };
}

/** A browser's EventSource, as far as we need one. */
class Listener {
  readonly heard: Heard[] = [];
  private rest = '';

  constructor(readonly answer: IncomingMessage) {
    answer.setEncoding('utf8').on('data', (text: string) => this.take(text));
    answer.on('error', () => undefined);
  }

  /** Changes alone, no overview and no pulse. */
  get changes(): Heard[] {
    return this.heard.filter(({ type }) => type !== 'overview' && type !== 'pulse');
  }

  private take(text: string): void {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      const data = field('data');
      if (data !== undefined)
        this.heard.push({ id: field('id'), type: field('event') ?? 'message', data: JSON.parse(data) as Heard['data'] });
    }
  }
}

describe('what changes, live', () => {
  let desk: AdminDesk;
  const open: Listener[] = [];

  beforeAll(async () => {
    desk = await AdminDesk.open();
    await desk.app.listen(0, '127.0.0.1');
  });
  beforeEach(() => desk.reset());
  afterEach(() => open.splice(0).forEach(({ answer }) => answer.destroy()));
  afterAll(() => desk?.end());

  const listen = async (headers: Record<string, string> = {}): Promise<Listener> => {
    const { port } = desk.app.getHttpServer().address() as AddressInfo;
    const asked = request({ port, host: '127.0.0.1', path: '/api/v1/live', headers: { ...desk.headers, ...headers } }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    const listener = new Listener(answer);
    open.push(listener);
    return listener;
  };
  /** Told something, so that the stream has begun: what comes after cannot be missed. */
  const begun = async (): Promise<Listener> => {
    const listener = await listen();
    await until(() => listener.heard.length > 0, 10_000, 'the stream beginning');
    await desk.source.query(
      `insert into hot_issues (case_id, raised_at, recent, expected, surprise) select id, now(), 1, 1, 1 from cases`,
    );
    await until(() => listener.changes.some(({ type }) => type === 'hot-issue'), 10_000, 'the first change');
    return listener;
  };
  const urge = { command: 'supervise', level: 'urged', because: '催办' };

  it('are a case with its new version and events, whichever process moved it', async () => {
    const listener = await begun();
    await desk.post('cases/HL202611200001/commands', urge);
    // What was said before the stream began may come first.
    const urged = () =>
      listener.changes.find(({ type, data }) => type === 'case' && (data as { version?: number }).version === 2);
    await until(() => urged() !== undefined, 10_000, 'the case');
    expect(urged()?.data).toMatchObject({ number: 'HL202611200001', status: 'held', types: ['case.supervised'] });
    await desk.source.query(`update deliveries set state = 'owed'; update deliveries set state = 'parked'`);
    await until(() => listener.changes.some(({ type }) => type === 'delivery'), 10_000, 'the delivery');
    expect(listener.answer.headers['content-type']).toContain('text/event-stream');
  });

  it('go on after the last that a client has seen', async () => {
    const listener = await begun();
    const { id = '' } = listener.changes[listener.changes.length - 1];
    listener.answer.destroy();
    await desk.post('cases/HL202611200001/commands', urge);
    await desk.post('cases/HL202611200001/commands', { ...urge, level: 'supervised' });
    const again = await listen({ 'last-event-id': id });
    await until(() => again.changes.length >= 2, 10_000, 'what was missed');
    expect(again.changes.map(({ type, data }) => [type, data])).toMatchObject([
      ['case', { version: 2 }],
      ['case', { version: 3 }],
    ]);
  });

  it('are all read anew by who comes back too late', async () => {
    await desk.post('cases/HL202611200001/commands', urge);
    const late = await listen({ 'last-event-id': '3.1' });
    await until(() => late.changes.length > 0, 10_000, 'the reset');
    expect(late.changes[0].type).toBe('reset');
  });

  it('are told to nobody who may not see the case', async () => {
    await signInAs(desk.app, 'wang');
    await desk.source.query(
      `update operators set role = 'street', scope_kind = 'street', scope_ids = '{松风街道}' where name = 'wang'`,
    );
    const payload = { name: 'wang', password: 'right-password' };
    const session = await desk.app.inject({ method: 'POST', url: '/api/v1/session', payload });
    const authorization = `Bearer ${session.json<{ token: string }>().token}`;
    const mine = await begun();
    const foreign = await listen({ authorization, 'last-event-id': mine.changes[0].id ?? '' });
    await desk.post('cases/HL202611200001/commands', urge);
    await until(() => mine.changes.some(({ type }) => type === 'case'), 10_000, 'the case');
    await desk.source.query(`update cases set street = '松风街道', version = version + 1`);
    await until(() => foreign.heard.length > 0, 10_000, 'its own case');
    expect(foreign.heard.map(({ type, data }) => [type, data])).toMatchObject([['case', { version: 3 }]]);
  });
});
