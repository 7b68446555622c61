import { Body, Controller, Header, HttpCode, Post, UseGuards } from '@nestjs/common';
import { Allow } from './allow.js';
import { OwnFactor } from './own-factor.js';
import { CodeDto, PasswordDto, RemoveFactorDto } from './session.dto.js';
import type { SignedIn } from './session.guard.js';
import { CurrentOperator, SessionGuard } from './session.guard.js';

/** 动态口令: one's own second factor. */
@Controller('api/v1/session/second-factor')
@UseGuards(SessionGuard)
@Allow('self.manage')
export class SecondFactorController {
  constructor(private readonly factor: OwnFactor) {}

  /** The only answer that shows the secret. */
  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  offer(@CurrentOperator() who: SignedIn, @Body() { password }: PasswordDto) {
    return this.factor.offer(who, password);
  }

  /** The only answer that shows the recovery codes. */
  @Post('confirm')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  confirm(@CurrentOperator() who: SignedIn, @Body() { code }: CodeDto) {
    return this.factor.confirm(who, code);
  }

  @Post('remove')
  @HttpCode(204)
  remove(@CurrentOperator() who: SignedIn, @Body() { password, code }: RemoveFactorDto): Promise<void> {
    return this.factor.remove(who, password, code);
  }
}
