import { createServer } from 'node:http';
import { request } from 'undici';
import { Servers } from './listening.js';

/** What a hub said to its city: method, address, headers and body in one text. */
interface Heard {
  readonly path: string;
  readonly text: string;
}

/** Stands between a hub and its city, passes everything on, and hears what the hub says. */
export class RecordingProxy {
  private constructor(
    readonly url: string,
    readonly heard: readonly Heard[],
    private readonly servers: Servers,
  ) {}

  static async before(target: string): Promise<RecordingProxy> {
    const servers = new Servers();
    const heard: Heard[] = [];
    const server = createServer((asked, reply) => {
      const chunks: Buffer[] = [];
      asked.on('data', (chunk: Buffer) => chunks.push(chunk));
      asked.on('end', () => {
        const body = Buffer.concat(chunks);
        const { method = 'GET', url: path = '/', headers } = asked;
        heard.push({ path, text: `${method} ${path} ${JSON.stringify(headers)} ${body.toString('utf8')}` });
        const {
          host: _host,
          connection: _connection,
          'content-length': _length,
          'transfer-encoding': _coding,
          ...passed
        } = headers;
        request(`${target}${path}`, { method: method as 'GET', headers: passed, body: body.length > 0 ? body : null })
          .then(async ({ statusCode, headers: answered, body: answer }) => {
            const { connection: _kept, 'transfer-encoding': _chunked, ...rest } = answered;
            reply.writeHead(statusCode, rest).end(Buffer.from(await answer.arrayBuffer()));
          })
          .catch(() => reply.destroy());
      });
    });
    const url = `http://127.0.0.1:${await servers.listen(server)}`;
    return new RecordingProxy(url, heard, servers);
  }

  close(): Promise<void> {
    return this.servers.close();
  }
}
