import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import { Clock } from '#domain/ports/clock.js';
import { IdSource } from '#domain/ports/ids.js';
import { hashPassword } from '#identity/operators/password.js';
import type { Person } from '#storage/people/people-book.js';
import { PeopleBook } from '#storage/people/people-book.js';
import { SecondFactors } from '#storage/people/second-factors.js';
import { oneTimePassword } from '../operators.js';
import type { PageDto } from '../page.dto.js';
import { Sessions } from '../session/sessions.js';
import { personView } from './person-view.js';
import type { NewPersonDto, PersonChangeDto } from './people.dto.js';
import { StandingCheck } from './standing-check.js';

/** People as an admin makes and changes them. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly book: PeopleBook,
    private readonly factors: SecondFactors,
    private readonly signedIn: Sessions,
    private readonly standings: StandingCheck,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  async page(request: PageDto) {
    const { items, next } = await this.book.page(request);
    return { items: items.map(personView), next };
  }

  async one(id: string) {
    return personView(await this.person(id));
  }

  /** Throws `PERSON_EXISTS`. */
  async add({ name, role, scope }: NewPersonDto) {
    const standing = this.standings.insist(role, scope);
    const id = this.ids.next();
    const password = oneTimePassword();
    const isAdded = await this.book.add({
      ...{ id, name, at: this.clock.now(), passwordHash: await hashPassword(password) },
      ...standing,
    });
    if (!isAdded) throw new RejectedError('PERSON_EXISTS', `there is somebody called ${name}`);
    return { ...(await this.one(id)), oneTimePassword: password };
  }

  /** Throws `PERSON_UNKNOWN`, `PERSON_VERSION_STALE`, `PERSON_LAST_ADMIN`. */
  async change(id: string, { version, role, scope, disabled }: PersonChangeDto) {
    const standing = role && scope ? this.standings.insist(role, scope) : undefined;
    const outcome = await this.book.change(id, version, { standing, disabled }, this.clock.now());
    if (outcome === 'unknown') throw unknown(id);
    if (outcome === 'last-admin') throw new RejectedError('PERSON_LAST_ADMIN', 'the city would be left without an admin');
    const now = await this.person(id);
    if (outcome === 'stale') {
      const details = { version: now.version, yours: version };
      throw new RejectedError('PERSON_VERSION_STALE', 'somebody changed the person meanwhile', { details });
    }
    return personView(now);
  }

  async renewPassword(id: string): Promise<{ oneTimePassword: string }> {
    const password = oneTimePassword();
    const isRenewed = await this.book.renewPassword(id, await hashPassword(password), this.clock.now());
    if (!isRenewed) throw unknown(id);
    return { oneTimePassword: password };
  }

  async removeFactor(id: string): Promise<void> {
    await this.person(id);
    await this.factors.remove(id);
  }

  async sessions(id: string) {
    await this.person(id);
    return (await this.signedIn.list(id)).map(({ isThis: _unsaid, ...session }) => session);
  }

  async endSession(id: string, session: string): Promise<void> {
    if (!(await this.signedIn.end(id, session))) throw new RejectedError('NOT_FOUND', `there is no session ${session}`);
  }

  private async person(id: string): Promise<Person> {
    const person = await this.book.find(id);
    if (!person) throw unknown(id);
    return person;
  }
}

const unknown = (id: string): RejectedError => new RejectedError('PERSON_UNKNOWN', `there is nobody with the id ${id}`);
