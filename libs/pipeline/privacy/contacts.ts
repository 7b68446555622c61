import type { Delivery } from '#domain/delivery/delivery.js';
import { as } from '#domain/ids.js';
import type { CaseId, DepartmentId } from '#domain/ids.js';
import type { ContactBook } from '#domain/ports/contact-book.js';
import type { IdentityVault } from '#domain/ports/vault.js';
import type { Reporter } from '#domain/report/report.js';
import type { City } from '../city.js';

/** What hands a case to a department. Nothing else needs the citizen. */
const HANDING_OVER: ReadonlySet<string> = new Set(['case.dispatched', 'case.reworked']);

/** Opens whom a department may call, where its duty needs that. What is opened is shown and sent, never stored. */
export class Contacts {
  constructor(
    private readonly city: City,
    private readonly book: ContactBook,
    private readonly vault: IdentityVault,
  ) {}

  /** Undefined unless department or category say `contact: true`, the case is open and the department's, and a key opens the seal. */
  async of(caseId: CaseId, department: DepartmentId): Promise<Reporter | undefined> {
    const { departments, categories } = this.city.reference;
    const isAlways = departments.get(department)?.contact === true;
    if (!isAlways && ![...categories.values()].some(({ contact }) => contact)) return undefined;
    const found = await this.book.find(caseId, department);
    if (!found || !(isAlways || categories.get(found.category)?.contact)) return undefined;
    return this.vault.open(found.sealed, found.owner)?.reporter;
  }

  /** A message as it is to be sent; the very same one where nobody is to be called. */
  async addTo<Message extends Pick<Delivery, 'type' | 'payload'>>(
    message: Message,
    caseId: CaseId,
    department: string,
  ): Promise<Message> {
    if (!HANDING_OVER.has(message.type)) return message;
    const contact = await this.of(caseId, as(department));
    return contact ? { ...message, payload: { ...message.payload, contact } } : message;
  }
}
