import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { Allow } from '../session/allow.js';
import { CurrentOperator, SessionGuard } from '../session/session.guard.js';
import type { SignedIn } from '../session/session.guard.js';
import { NewApiKeyDto } from './api-keys.dto.js';
import { ApiKeysService } from './api-keys.service.js';

/** 接口密钥: keys of programs that call the hub. */
@Controller('api/v1/api-keys')
@UseGuards(SessionGuard)
@Allow('api-keys.manage')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Get()
  async all() {
    return { items: await this.keys.all() };
  }

  /** The only answer that shows the token. */
  @Post()
  @Header('cache-control', 'no-store')
  make(@Body() wanted: NewApiKeyDto, @CurrentOperator() { name }: SignedIn) {
    return this.keys.make(wanted, name);
  }

  @Delete(':id')
  @HttpCode(204)
  revoke(@Param('id') id: string): Promise<void> {
    return this.keys.revoke(id);
  }
}
