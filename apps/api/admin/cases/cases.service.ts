import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import type { CaseNumber } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import type { CaseScope } from '#identity/access/case-scope.js';
import type { Standing } from '#identity/access/roles.js';
import { CaseFacetCounts } from '#storage/reading/case-facets.js';
import { CaseFile } from '#storage/reading/case-file.js';
import { CaseList } from '#storage/reading/case-list.js';
import { CityWords } from '../city-words.js';
import { CaseQuestions } from './case-questions.js';
import { caseLine, casePage } from './case-views.js';
import type { CaseFilterDto, CasesDto } from './cases.dto.js';
import { facetViews } from './facet-views.js';

/** Cases as those who may see them read them. */
@Injectable()
export class CasesService {
  constructor(
    private readonly list: CaseList,
    private readonly counts: CaseFacetCounts,
    private readonly files: CaseFile,
    private readonly questions: CaseQuestions,
    private readonly words: CityWords,
    private readonly clock: Clock,
  ) {}

  async page(request: CasesDto, scope: CaseScope) {
    const { cursor, limit } = request;
    const question = this.questions.of(request, scope);
    const { items, next } = await this.list.page(question, { cursor, limit });
    return { items: items.map((row) => caseLine(row, this.words, question.now)), next };
  }

  async count(request: CaseFilterDto, scope: CaseScope) {
    return facetViews(await this.counts.count(this.questions.of(request, scope)), this.words);
  }

  async open(number: string, reader: Standing) {
    const file = await this.files.open(as<CaseNumber>(number));
    if (!file) throw new RejectedError('CASE_UNKNOWN', `there is no case ${number}`);
    return casePage(file, this.words, this.clock.now(), reader);
  }
}
