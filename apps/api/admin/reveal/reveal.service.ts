import { Injectable } from '@nestjs/common';
import { OperatorError, RejectedError } from '#domain/errors.js';
import type { ReportId } from '#domain/ids.js';
import { AuditLog } from '#domain/ports/audit-log.js';
import { Clock } from '#domain/ports/clock.js';
import { IdentityVault } from '#domain/ports/vault.js';
import type { HiddenPart } from '#domain/privacy/hidden-part.js';
import type { RevealRefusal, SealedReport } from '#storage/privacy/reveal-book.js';
import { RevealBook } from '#storage/privacy/reveal-book.js';
import type { SignedIn } from '../session/session.guard.js';
import type { RevealDto } from './reveal.dto.js';

/** Somebody who works cases looks up some; who looks up more copies a register. */
const PER_HOUR = 30;

/** Opens what the vault keeps of one report, for a reason that is written down first. */
@Injectable()
export class RevealService {
  constructor(
    private readonly book: RevealBook,
    private readonly vault: IdentityVault,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Throws `REPORT_UNKNOWN` also for a report outside the scope, `TOO_MANY_ATTEMPTS`, `REQUEST_REPEATED`. */
  async reveal(id: ReportId, { reason, requestId }: RevealDto, { name: actor, scope }: SignedIn) {
    const report = await this.book.find(id, scope);
    if (!report) throw new RejectedError('REPORT_UNKNOWN', `there is no report ${id}`);
    const refusal = await this.book.note({ actor, requestId, reportId: id, reason }, this.clock.now(), PER_HOUR);
    if (refusal) throw refused(refusal);
    // Whoever cannot be written down is shown nothing.
    await this.audit.append({
      actor,
      action: 'identity.reveal',
      subject: `reports/${id}`,
      reason,
      data: { caseNumber: report.caseNumber, requestId },
    });
    return { ...this.opened(report), erasedAt: report.erasedAt };
  }

  private opened({ sealed, ...owner }: SealedReport) {
    const hidden: HiddenPart | undefined = sealed ? this.vault.open(sealed, owner) : {};
    if (!hidden) throw new OperatorError('CONFIG_INVALID', 'no key of the vault opens this report');
    const { reporter, original } = hidden;
    return { name: reporter?.name ?? null, phone: reporter?.phone ?? null, original: original ?? null };
  }
}

const refused = (refusal: RevealRefusal): RejectedError =>
  refusal === 'spent'
    ? new RejectedError('TOO_MANY_ATTEMPTS', `more than ${PER_HOUR} identities within an hour`)
    : new RejectedError('REQUEST_REPEATED', 'the request id was used for another report');
