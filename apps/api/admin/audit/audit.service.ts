import { Injectable } from '@nestjs/common';
import type { AuditHead, AuditLine } from '#domain/audit/audit-line.js';
import type { AuditEntry } from '#domain/ports/audit-log.js';
import { AuditList } from '#storage/audit/audit-list.js';
import type { Page } from '#storage/reading/page.js';
import type { AuditQueryDto } from './audit.dto.js';

/** A line of the audit as it is shown; the hash in hexadecimal. */
export interface AuditLineView extends AuditEntry {
  readonly seq: number;
  readonly at: Date;
  readonly hash: string;
}

export interface AuditHeadView {
  readonly seq: number;
  readonly hash: string;
}

/** The audit, put into words for whoever reads it. */
@Injectable()
export class AuditService {
  constructor(private readonly audit: AuditList) {}

  async list(query: AuditQueryDto): Promise<Page<AuditLineView>> {
    const { items, next } = await this.audit.page(query, query);
    return { items: items.map(viewOf), ...(next !== undefined && { next }) };
  }

  async head(): Promise<AuditHeadView> {
    const { seq, hash } = await this.audit.head();
    return { seq, hash: hexOf(hash) };
  }
}

const viewOf = ({ seq, at, entry, hash }: AuditLine): AuditLineView => ({ seq, at, ...entry, hash: hexOf(hash) });

const hexOf = (hash: AuditHead['hash']): string => Buffer.from(hash).toString('hex');
