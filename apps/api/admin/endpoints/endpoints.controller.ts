import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post, UseGuards } from '@nestjs/common';
import { Allow } from '../session/allow.js';
import { CurrentOperator, SessionGuard } from '../session/session.guard.js';
import type { SignedIn } from '../session/session.guard.js';
import { EndpointChangeDto, NewEndpointDto, RotationDto } from './endpoints.dto.js';
import { EndpointsService } from './endpoints.service.js';

/** 部门接口: where departments receive, and how it goes. */
@Controller('api/v1/endpoints')
@UseGuards(SessionGuard)
@Allow('endpoints.change')
export class EndpointsController {
  constructor(private readonly endpoints: EndpointsService) {}

  @Get()
  @Allow('endpoints.read')
  async all() {
    return { items: await this.endpoints.all() };
  }

  /** The only answer that shows its secret. */
  @Post()
  @Header('cache-control', 'no-store')
  create(@Body() wanted: NewEndpointDto, @CurrentOperator() { name }: SignedIn) {
    return this.endpoints.create(wanted, name);
  }

  @Get(':department')
  @Allow('endpoints.read')
  one(@Param('department') department: string) {
    return this.endpoints.one(department);
  }

  @Patch(':department')
  change(@Param('department') department: string, @Body() change: EndpointChangeDto, @CurrentOperator() { name }: SignedIn) {
    return this.endpoints.change(department, change, name);
  }

  /** The only answer that shows the new secret. */
  @Post(':department/secrets')
  @Header('cache-control', 'no-store')
  rotate(@Param('department') department: string, @Body() rotation: RotationDto, @CurrentOperator() { name }: SignedIn) {
    return this.endpoints.rotate(department, rotation, name);
  }

  @Post(':department/test')
  @HttpCode(200)
  test(@Param('department') department: string, @CurrentOperator() { name }: SignedIn) {
    return this.endpoints.test(department, name);
  }
}
