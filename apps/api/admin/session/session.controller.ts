import { Body, Controller, Delete, Get, Header, HttpCode, Ip, Param, Post, Put, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RejectedError } from '#domain/errors.js';
import { IdentitySettings } from '#identity/identity-settings.js';
import { Allow, OpenToAll } from './allow.js';
import { comesFromElsewhere } from './cross-site.js';
import { OwnAccount } from './own-account.js';
import { endedCookie, sessionCookie } from './session-cookie.js';
import { NewPasswordDto, SessionDto, SignInDto } from './session.dto.js';
import type { SignedIn } from './session.guard.js';
import { CurrentOperator, SessionGuard } from './session.guard.js';
import { sessionView } from './session-view.js';
import type { NewSession } from './sessions.js';
import { Sessions, SESSION_SECONDS } from './sessions.js';
import { SignIn } from './sign-in.js';
import { ownSession } from './signed-in.js';

/** Signing in and out, and one's own sessions and password. */
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly signing: SignIn,
    private readonly sessions: Sessions,
    private readonly account: OwnAccount,
    private readonly settings: IdentitySettings,
  ) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @OpenToAll()
  async signIn(
    @Body() body: SignInDto,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewSession> {
    if (comesFromElsewhere(request)) throw new RejectedError('FORBIDDEN', 'the request comes from another site');
    const session = await this.signing.signIn(body, { address, agent: request.headers['user-agent'] });
    void reply.header('Set-Cookie', sessionCookie(session.token, SESSION_SECONDS, this.settings.publicUrl));
    return session;
  }

  /** Who is signed in, and what they may do. */
  @Get()
  @UseGuards(SessionGuard)
  @Allow('self.manage')
  show(@CurrentOperator() who: SignedIn) {
    return sessionView(who);
  }

  @Delete()
  @HttpCode(204)
  @UseGuards(SessionGuard)
  @Allow('self.manage')
  async signOut(@CurrentOperator() who: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.close(ownSession(who).tokenHash);
    void reply.header('Set-Cookie', endedCookie(this.settings.publicUrl));
  }

  /** Ends all other sessions of the person. */
  @Put('password')
  @HttpCode(204)
  @UseGuards(SessionGuard)
  @Allow('self.manage')
  changePassword(@CurrentOperator() who: SignedIn, @Body() { current, next }: NewPasswordDto): Promise<void> {
    return this.account.changePassword(who, current, next);
  }

  /** Where the person is signed in. */
  @Get('sessions')
  @UseGuards(SessionGuard)
  @Allow('self.manage')
  async all(@CurrentOperator() who: SignedIn) {
    return { items: await this.sessions.list(who.id, ownSession(who).tokenHash) };
  }

  @Delete('sessions/:session')
  @HttpCode(204)
  @UseGuards(SessionGuard)
  @Allow('self.manage')
  async end(@CurrentOperator() who: SignedIn, @Param() { session }: SessionDto): Promise<void> {
    if (!(await this.sessions.end(who.id, session))) throw new RejectedError('NOT_FOUND', `there is no session ${session}`);
  }
}
