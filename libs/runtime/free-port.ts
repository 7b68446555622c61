import { createServer, type AddressInfo } from 'node:net';

const POSTGRES_DEFAULT_PORT = 5432;

/** A TCP port of this machine that nobody listens on at this moment; never PostgreSQL's own 5432. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const port = await probeEphemeralPort(host);
  return port === POSTGRES_DEFAULT_PORT ? freePort(host) : port;
}

function probeEphemeralPort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, host, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
