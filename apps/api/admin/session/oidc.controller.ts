import { Controller, Get, Header, HttpCode, Ip, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toHubError } from '#domain/errors.js';
import { IdentitySettings } from '#identity/identity-settings.js';
import { Audited, nameForAudit } from '../audit/audited.js';
import { OpenToAll } from './allow.js';
import { AWAY_SECONDS, OidcSignIn } from './oidc-sign-in.js';
import { secure, sessionCookie } from './session-cookie.js';
import { SESSION_SECONDS } from './sessions.js';

const STATE = /(?:^|;\s*)huiliu_oidc=([A-Za-z0-9_-]+)/;

/** Signing in with the identity provider, for browsers. */
@Controller('api/v1/session')
export class OidcController {
  constructor(
    private readonly oidc: OidcSignIn,
    private readonly settings: IdentitySettings,
  ) {}

  /** Which ways to sign in there are, for the page that offers them. */
  @Get('ways')
  @OpenToAll()
  ways(): { password: boolean; oidc: boolean } {
    return { password: true, oidc: this.settings.oidc !== undefined };
  }

  @Get('oidc')
  @HttpCode(302)
  @Header('Cache-Control', 'no-store')
  @OpenToAll()
  async leave(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    try {
      const { url, state } = await this.oidc.begin();
      void reply.header('Set-Cookie', this.stateCookie(state, AWAY_SECONDS)).header('Location', url);
    } catch (thrown) {
      this.sendBack(request, reply, thrown);
    }
  }

  @Get('oidc/callback')
  @HttpCode(302)
  @Header('Cache-Control', 'no-store')
  @OpenToAll()
  @Audited(true)
  async comeBack(
    @Req() request: FastifyRequest,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const state = STATE.exec(request.headers.cookie ?? '')?.[1];
    try {
      const session = await this.oidc.finish(request.url, state, { address, agent: request.headers['user-agent'] });
      nameForAudit(request, session.name);
      this.enter(reply, session.token);
    } catch (thrown) {
      this.sendBack(request, reply, thrown);
    }
  }

  private enter(reply: FastifyReply, token: string): void {
    const cookie = sessionCookie(token, SESSION_SECONDS, this.settings.publicUrl);
    void reply.header('Set-Cookie', [cookie, this.stateCookie('', 0)]).header('Location', '/');
  }

  /** Somebody in a browser reads why on the page where they began; a program gets the problem itself. */
  private sendBack(request: FastifyRequest, reply: FastifyReply, thrown: unknown): void {
    const { code } = toHubError(thrown);
    if (request.headers.accept?.includes('text/html') !== true || code === 'DEFECT') throw thrown;
    void reply.header('Set-Cookie', this.stateCookie('', 0)).header('Location', `/sign-in?refused=${code}`);
  }

  /** Lax, not strict: the way back begins at the provider's site. */
  private stateCookie(state: string, seconds: number): string {
    const attributes = `Path=/api/v1/session/oidc; HttpOnly; SameSite=Lax; Max-Age=${seconds}`;
    return `huiliu_oidc=${state}; ${attributes}${secure(this.settings.publicUrl)}`;
  }
}
