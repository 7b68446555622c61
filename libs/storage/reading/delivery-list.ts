import type { DataSource } from 'typeorm';
import type { DeliveryState } from '#domain/delivery/delivery.js';
import type { CaseNumber, DeliveryId } from '#domain/ids.js';
import type { CaseScope } from '#identity/access/case-scope.js';
import { scopeCondition } from '#identity/access/case-scope.js';
import { ask } from './ask.js';
import type { FiledDelivery } from './case-file-parts.js';
import { ATTEMPTS_OF_DELIVERY, DELIVERY_COLUMNS } from './case-file-parts.js';
import { Conditions } from './conditions.js';
import type { Page, PageRequest } from './page.js';
import { positionOf, RUNNING_NUMBER, toPage } from './page.js';

/** Which deliveries a list shows; absent fields let everything through. */
export interface DeliveryFilter {
  readonly state?: DeliveryState;
  readonly channel?: 'webhook' | 'write-back';
  readonly target?: string;
}

/** A delivery as a line of a list. */
export interface ListedDelivery extends FiledDelivery {
  readonly seq: string;
  readonly number: CaseNumber;
}

/** From which rows, as the list and the single delivery show them. */
const LISTED = `select d.seq, c.number, ${DELIVERY_COLUMNS} from deliveries d join cases c on c.id = d.case_id ${ATTEMPTS_OF_DELIVERY}`;

/** What is owed to whom, newest first, with each attempt. */
export class DeliveryList {
  constructor(private readonly source: DataSource) {}

  async page(filter: DeliveryFilter, { cursor, limit }: PageRequest, scope: CaseScope): Promise<Page<ListedDelivery>> {
    const where = visible(scope)
      .addIf(filter.state, 'd.state = ?')
      .addIf(filter.channel, 'd.channel = ?')
      .addIf(filter.target, 'd.target = ?');
    if (cursor !== undefined) where.add('d.seq < ?::bigint', ...positionOf(cursor, [RUNNING_NUMBER]));
    const rows = await ask<ListedDelivery>(
      this.source,
      `${LISTED} where ${where} order by d.seq desc limit ${where.bind(limit + 1)}`,
      where.parameters,
    );
    return toPage(rows, limit, ({ seq }) => [seq]);
  }

  /** Undefined where there is none, or none that the scope sees. */
  async one(id: DeliveryId, scope: CaseScope): Promise<ListedDelivery | undefined> {
    const where = visible(scope).add('d.id = ?', id);
    const [row] = await ask<ListedDelivery>(this.source, `${LISTED} where ${where}`, where.parameters);
    return row;
  }
}

/** Of a scope: about its cases, and of a department what it is told itself. */
function visible(scope: CaseScope): Conditions {
  const { sql, values } = scopeCondition(scope);
  return new Conditions()
    .add(sql, ...values)
    .addIf(scope.kind === 'department' ? scope.ids : undefined, `d.channel = 'webhook' and d.target = any(?)`);
}
