import { Body, Controller, Delete, Get, Header, HttpCode, Ip, Post, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { NewSession } from '../operators.js';
import { Operators, SESSION_SECONDS } from '../operators.js';
import { endedCookie, sessionCookie } from './session-cookie.js';
import { SignInDto } from './session.dto.js';
import type { SignedIn } from './session.guard.js';
import { CurrentOperator, SessionGuard } from './session.guard.js';

/** Signing in and out. */
@Controller('api/v1/session')
export class SessionController {
  constructor(private readonly operators: Operators) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async signIn(
    @Body() body: SignInDto,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewSession> {
    const session = await this.operators.signIn(body.name, body.password, address);
    void reply.header('Set-Cookie', sessionCookie(session.token, SESSION_SECONDS));
    return session;
  }

  @Get()
  @UseGuards(SessionGuard)
  show(@CurrentOperator() { name, expiresAt }: SignedIn): Omit<SignedIn, 'token'> {
    return { name, expiresAt };
  }

  @Delete()
  @HttpCode(204)
  @UseGuards(SessionGuard)
  async signOut(@CurrentOperator() { token }: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.operators.signOut(token);
    void reply.header('Set-Cookie', endedCookie());
  }
}
