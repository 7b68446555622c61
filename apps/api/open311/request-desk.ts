import { Inject, Injectable } from '@nestjs/common';
import { recordBytes, requestIdOf } from '#adapters/open311-inbox/record.js';
import { clientReference, identityOf, takeReport } from '#adapters/open311-inbox/take-report.js';
import type { ExternalId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import { localDay } from '#domain/ledger/local-day.js';
import { Clock } from '#domain/ports/clock.js';
import { City } from '#pipeline/city.js';
import { parameter } from './call.js';
import { Inboxes } from './inboxes.js';
import type { Inbox } from './inboxes.js';
import { Intake } from './intake.js';
import { Open311Refusal } from './refusal.js';
import { checkReport } from './report-checks.js';
import { ServiceCatalogue } from './service-catalogue.js';

const NOTICE = '您的诉求已收到，办理情况将在此更新';

/** Takes reports of Open311 clients in as records like any other. */
@Injectable()
export class RequestDesk {
  constructor(
    @Inject(Inboxes) private readonly inboxes: Inboxes,
    @Inject(ServiceCatalogue) private readonly catalogue: ServiceCatalogue,
    @Inject(Intake) private readonly intake: Intake,
    @Inject(City) private readonly city: City,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The id or the token of the request; the same report again is answered as before and makes no second one. */
  async take(form: URLSearchParams) {
    const inbox = await this.inboxes.ofKey(form);
    const code = parameter(form, 'service_code');
    if (code === undefined) throw new Open311Refusal(400, 'service_code was not provided');
    const { category } = this.catalogue.find(inbox, code);
    checkReport(form, { findGrid: (...at) => this.city.findGrid(...at), hasGrid: (id) => this.city.reference.grids.has(id) });
    const at = this.clock.now();
    const id = await this.idOf(inbox, form, at);
    if (await this.intake.isNew(inbox, id)) {
      await this.intake.stage(inbox, id, recordBytes(takeReport(form, { id, at, serviceName: category.name })));
    }
    const answer = { service_notice: NOTICE, account_id: null };
    return inbox.adapter.terms.type === 'batch' ? [{ token: id, ...answer }] : [{ service_request_id: id, ...answer }];
  }

  /** A client that gives one of our own ids as its number sends back what it had from us. */
  private async idOf(inbox: Inbox, form: URLSearchParams, at: Date): Promise<ExternalId> {
    const reference = clientReference(form);
    if (reference !== undefined && !(await this.intake.isNew(inbox, as(reference)))) return as(reference);
    return requestIdOf(inbox.platform, identityOf(form, localDay(at)));
  }
}
