import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import { explainPair } from '#domain/matching/explain-match.js';
import { City } from '#pipeline/city.js';
import { LearnRarity } from '#pipeline/learn-rarity.js';
import { DataSource } from '#storage/data-source.js';
import type { NamedSubject } from '#storage/reading/report-subjects.js';
import { findByName } from '#storage/reading/report-subjects.js';
import { CityWords } from '../city-words.js';
import { hideIdentitiesIn } from '#domain/privacy/hide-identities.js';

/** Why two reports are, or are not, one matter, as `hub match explain` prints it. */
@Injectable()
export class MatchingService {
  constructor(
    private readonly source: DataSource,
    private readonly city: City,
    private readonly rarity: LearnRarity,
    private readonly words: CityWords,
  ) {}

  /** Throws `REPORT_UNKNOWN`; `REQUEST_INVALID` where a number stands on several platforms. */
  async explain(a: string, b: string) {
    const [mine, theirs] = [await this.theOne(a), await this.theOne(b)];
    await this.rarity.refresh();
    const explained = explainPair(mine.subject, theirs.subject, this.city.matching);
    return hideIdentitiesIn({ a: this.view(mine), b: this.view(theirs), ...explained });
  }

  private async theOne(name: string): Promise<NamedSubject> {
    const found = await findByName(this.source, name);
    if (found.length === 1) return found[0];
    if (found.length === 0) throw new RejectedError('REPORT_UNKNOWN', `there is no report ${name}`);
    const names = found.map(({ subject }) => `${subject.platform}/${subject.externalId}`).join(', ');
    throw new RejectedError('REQUEST_INVALID', `several reports are called ${name}: say which of ${names}`);
  }

  private view({ subject, title, caseNumber }: NamedSubject) {
    const { reportId: id, platform, externalId, reportedAt } = subject;
    return { id, platform: this.words.platform(platform), externalId, reportedAt, title, number: caseNumber };
  }
}
