import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import type { CityContext } from './city-context.js';
import { jsonBody } from './platform-scope.js';

/** What this installation asks for beyond a token. */
export interface EjiaRestOptions {
  /** Seconds a token lives. */
  readonly tokenLife?: number;
  readonly signature?: 'md5' | 'hmac-sha256' | 'hmac-sm3';
  /** Key of SM4-CBC in hex, under which bodies travel. */
  readonly bodyKey?: string;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Who is let in: tokens, signatures, encrypted bodies. */
export class EjiaRestDoor {
  /** Token → when it ends, in milliseconds. */
  private readonly tokens = new Map<string, number>();
  tokensGiven = 0;

  constructor(
    private readonly context: CityContext,
    private readonly options: EjiaRestOptions,
  ) {}

  /** A new token for whoever knows the secret. */
  give(body: Record<string, unknown> | undefined): { token: string; expiresIn: string } | undefined {
    const { ejiaAppId, ejiaAppSecret } = this.context.secrets;
    if (!ejiaAppSecret || body?.appId !== ejiaAppId || body.appSecret !== ejiaAppSecret) return undefined;
    const life = this.options.tokenLife ?? 7200;
    const token = `t${++this.tokensGiven}-${randomBytes(12).toString('hex')}`;
    this.tokens.set(token, this.context.now().getTime() + life * 1000);
    return { token, expiresIn: String(life) };
  }

  /** Forgets every token, as after a restart of the platform. */
  forget(): void {
    this.tokens.clear();
  }

  knows(authorization: string | undefined): boolean {
    const ends = this.tokens.get(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '');
    return ends !== undefined && this.context.now().getTime() < ends;
  }

  isSigned(headers: Headers, body: string): boolean {
    const { signature } = this.options;
    if (!signature) return true;
    const secret = this.context.secrets.ejiaAppSecret;
    const text = `${String(headers['x-timestamp'])}${String(headers['x-nonce'])}${body}`;
    const expected =
      signature === 'md5'
        ? createHash('md5').update(text + secret)
        : createHmac(signature === 'hmac-sm3' ? 'sm3' : 'sha256', secret).update(text);
    return headers['x-signature'] === expected.digest('hex');
  }

  /** What a body says; undefined when it cannot be read. */
  read(body: unknown): Record<string, unknown> | undefined {
    const outer = jsonBody(body);
    const { bodyKey } = this.options;
    if (!bodyKey) return outer;
    const bytes = Buffer.from(String(outer?.encrypted), 'base64');
    const work = createDecipheriv('sm4-cbc', Buffer.from(bodyKey, 'hex'), bytes.subarray(0, 16));
    return jsonBody(Buffer.concat([work.update(bytes.subarray(16)), work.final()]).toString('utf8'));
  }

  /** `data` of an answer as it travels. */
  wrap(data: unknown): unknown {
    const { bodyKey } = this.options;
    if (!bodyKey) return data;
    const iv = randomBytes(16);
    const work = createCipheriv('sm4-cbc', Buffer.from(bodyKey, 'hex'), iv);
    return Buffer.concat([iv, work.update(JSON.stringify(data), 'utf8'), work.final()]).toString('base64');
  }
}
