import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post, Query, UseGuards } from '@nestjs/common';
import { PageDto } from '../page.dto.js';
import { Allow } from '../session/allow.js';
import { SessionGuard } from '../session/session.guard.js';
import { NewPersonDto, PersonChangeDto, PersonDto, PersonSessionDto } from './people.dto.js';
import { PeopleService } from './people.service.js';

/** 人员: who may sign in, as what, and whose cases they see. */
@Controller('api/v1/people')
@UseGuards(SessionGuard)
@Allow('people.manage')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  page(@Query() query: PageDto) {
    return this.people.page(query);
  }

  /** The only answer that shows the one-time password. */
  @Post()
  @Header('Cache-Control', 'no-store')
  add(@Body() person: NewPersonDto) {
    return this.people.add(person);
  }

  @Get(':id')
  one(@Param() { id }: PersonDto) {
    return this.people.one(id);
  }

  @Patch(':id')
  change(@Param() { id }: PersonDto, @Body() change: PersonChangeDto) {
    return this.people.change(id, change);
  }

  /** For whoever forgot theirs; it must be changed at the next sign-in. The only answer that shows it. */
  @Post(':id/one-time-password')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  renewPassword(@Param() { id }: PersonDto) {
    return this.people.renewPassword(id);
  }

  /** For whoever lost telephone and recovery codes. */
  @Delete(':id/second-factor')
  @HttpCode(204)
  removeFactor(@Param() { id }: PersonDto): Promise<void> {
    return this.people.removeFactor(id);
  }

  @Get(':id/sessions')
  async sessions(@Param() { id }: PersonDto) {
    return { items: await this.people.sessions(id) };
  }

  @Delete(':id/sessions/:session')
  @HttpCode(204)
  endSession(@Param() { id, session }: PersonSessionDto): Promise<void> {
    return this.people.endSession(id, session);
  }
}
