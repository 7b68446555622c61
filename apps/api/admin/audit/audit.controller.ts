import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { Allow } from '../session/allow.js';
import { SessionGuard } from '../session/session.guard.js';
import { AuditQueryDto } from './audit.dto.js';
import { AuditService } from './audit.service.js';

/** 审计: who did what. */
@Controller('api/v1/audit')
@UseGuards(SessionGuard)
@Allow('audit.read')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  async list(@Query() query: AuditQueryDto) {
    return this.audit.list(query);
  }

  /** To be noted elsewhere, so that a log that was cut off shows. */
  @Get('head')
  async head() {
    return this.audit.head();
  }
}
