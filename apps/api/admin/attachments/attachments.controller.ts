import { Controller, Get, Header, Param, ParseUUIDPipe, StreamableFile, UseGuards } from '@nestjs/common';
import { AnswersFile } from '../../openapi/answers-file.js';
import { Allow } from '../session/allow.js';
import { SessionGuard } from '../session/session.guard.js';
import { AttachmentsService } from './attachments.service.js';

/** 附件: what departments laid into a case. */
@Controller('api/v1/cases/:number/attachments')
@UseGuards(SessionGuard)
@Allow('cases.read', 'case')
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Get()
  async all(@Param('number') number: string) {
    return { items: await this.attachments.all(number) };
  }

  /** To be saved, never shown as a page of ours: whatever is inside runs nowhere. */
  @Get(':id')
  @AnswersFile('*/*')
  @Header('x-content-type-options', 'nosniff')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @Header('cross-origin-resource-policy', 'same-origin')
  @Header('cache-control', 'private, no-store')
  async bytes(@Param('number') number: string, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { content, ...head } = await this.attachments.open(number, id);
    return new StreamableFile(content, head);
  }
}
