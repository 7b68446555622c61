import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A person as the provider knows them. */
type Person = Readonly<Record<string, unknown>>;

/** A real OpenID provider on a free port; whoever types an account's name is that person. */
export class IdentityProvider {
  private constructor(
    private readonly server: Server,
    readonly issuer: string,
    readonly people: Map<string, Person>,
  ) {}

  static async open(redirectUri: string): Promise<IdentityProvider> {
    const people = new Map<string, Person>();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = new Provider(issuer, {
      clients: [{ client_id: 'huiliu', client_secret: 'a-secret-between-two', redirect_uris: [redirectUri] }],
      claims: { openid: ['sub'], profile: ['preferred_username', 'groups'], email: ['email'] },
      cookies: { keys: ['a-key-of-the-provider'] },
      findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
    });
    server.on('request', provider.callback());
    return new IdentityProvider(server, issuer, people);
  }

  /** What a browser does from the address it was sent to until the provider sends it back: the address it is sent back to. */
  async signIn(address: string, login: string, back: string): Promise<string> {
    const cookies = new Map<string, string>();
    let next = await this.visit(address, cookies);
    for (const prompt of ['login', 'consent']) {
      while (!new URL(next, this.issuer).pathname.startsWith('/interaction/')) {
        if (next.startsWith(back)) return next;
        next = await this.visit(next, cookies);
      }
      next = await this.visit(next, cookies, new URLSearchParams({ prompt, login, password: 'any' }));
    }
    while (!next.startsWith(back)) next = await this.visit(next, cookies);
    return next;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Where a page sends the browser. */
  private async visit(address: string, cookies: Map<string, string>, form?: URLSearchParams): Promise<string> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const method = form === undefined ? 'GET' : 'POST';
    const answer = await fetch(new URL(address, this.issuer), { method, body: form, headers: { cookie }, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`${method} ${address} leads nowhere: ${answer.status} ${await answer.text()}`);
    return location;
  }
}
