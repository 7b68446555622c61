import type { Server } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Servers of one spec: listening on free ports of this machine until they are all closed. */
export class Servers {
  private readonly open: (Server & { closeAllConnections?: () => void })[] = [];

  /** The port. */
  async listen(server: Server): Promise<number> {
    this.open.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closing = this.open.splice(0).map(async (server) => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections?.();
      await closed;
    });
    await Promise.all(closing);
  }
}
