import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query, UseGuards } from '@nestjs/common';
import type { CallingDepartment } from './department-key.guard.js';
import { CurrentDepartment, DepartmentKeyGuard } from './department-key.guard.js';
import { OwnDeliveriesDto, OwnRotationDto } from './portal.dto.js';
import { Portal } from './portal.service.js';

/** A department looks after its own endpoint, and sees what it was sent. */
@Controller('department/v1')
@UseGuards(DepartmentKeyGuard)
export class PortalController {
  constructor(private readonly portal: Portal) {}

  @Get('endpoint')
  @Header('cache-control', 'no-store')
  endpoint(@CurrentDepartment() { department }: CallingDepartment) {
    return this.portal.endpoint(department);
  }

  /** The only answer that shows the new secret. */
  @Post('endpoint/secrets')
  @Header('cache-control', 'no-store')
  rotate(@Body() { overlapHours }: OwnRotationDto, @CurrentDepartment() calling: CallingDepartment) {
    return this.portal.rotate(calling, overlapHours);
  }

  @Post('endpoint/test')
  @HttpCode(200)
  test(@CurrentDepartment() calling: CallingDepartment) {
    return this.portal.test(calling);
  }

  @Get('deliveries')
  @Header('cache-control', 'no-store')
  deliveries(@Query() query: OwnDeliveriesDto, @CurrentDepartment() { department }: CallingDepartment) {
    return this.portal.deliveries(department, query);
  }

  @Post('deliveries/:id/replay')
  @HttpCode(200)
  replay(@Param('id', ParseUUIDPipe) id: string, @CurrentDepartment() { department }: CallingDepartment) {
    return this.portal.replay(id, department);
  }
}
