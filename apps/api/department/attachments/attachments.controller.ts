import { Controller, Header, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Attachment } from '#domain/attachment/attachment.js';
import type { CallingDepartment } from '../department-key.guard.js';
import { CurrentDepartment, DepartmentKeyGuard } from '../department-key.guard.js';
import { AttachmentDesk } from './attachment-desk.js';
import { AlsoAnswers } from '../../openapi/also-answers.js';

/** 附件: photographs and papers of the handling. */
@Controller('department/v1/cases/:number/attachments')
@UseGuards(DepartmentKeyGuard)
export class DepartmentAttachmentsController {
  constructor(private readonly desk: AttachmentDesk) {}

  /** One `file`, and a `note` if there is something to say. 201, or 200 when the same bytes were there before. */
  @AlsoAnswers(201)
  @Post()
  @Header('cache-control', 'no-store')
  async upload(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentDepartment() { department }: CallingDepartment,
  ): Promise<Attachment> {
    const { attachment, isNew } = await this.desk.upload(request, number, department);
    void reply.status(isNew ? 201 : 200);
    return attachment;
  }
}
