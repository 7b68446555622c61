import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import type { CaseNumber } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import { CaseDesk } from '#pipeline/case-desk.js';
import { CaseFile } from '#storage/reading/case-file.js';
import { CaseList } from '#storage/reading/case-list.js';
import { CityWords } from '../city-words.js';
import { caseLine, casePage } from './case-views.js';
import type { CasesDto } from './cases.dto.js';
import type { CommandDto } from './command.dto.js';
import { toCaseCommand } from './operator-commands.js';

/** Cases as operators see and move them. */
@Injectable()
export class CasesService {
  constructor(
    private readonly list: CaseList,
    private readonly files: CaseFile,
    private readonly desk: CaseDesk,
    private readonly words: CityWords,
    private readonly clock: Clock,
  ) {}

  async page({ cursor, limit, ...filter }: CasesDto) {
    const now = this.clock.now();
    const { items, next } = await this.list.page(filter, { cursor, limit }, now);
    return { items: items.map((row) => caseLine(row, this.words, now)), next };
  }

  async open(number: string) {
    const file = await this.files.open(as<CaseNumber>(number));
    if (!file) throw new RejectedError('CASE_UNKNOWN', `there is no case ${number}`);
    return casePage(file, this.words, this.clock.now());
  }

  async execute(number: string, { version, requestId, ...words }: CommandDto, operator: string) {
    const named = [words.department, words.street, ...(words.coHandlers ?? []), ...(words.departments ?? [])].concat(
      (words.commitments ?? []).map((made) => made.department),
    );
    const strange = named.find((name) => name !== undefined && !this.words.hasDepartment(name));
    if (strange !== undefined) throw new RejectedError('REQUEST_INVALID', `department: there is no department ${strange}`);
    const command = toCaseCommand(words, this.clock.now());
    const actor = `operator:${operator}` as const;
    const message =
      requestId === undefined ? undefined : { sender: actor, messageId: requestId, bodyHash: hashOf([number, words]) };
    return this.desk.execute({ number: as(number), command, actor, expectedVersion: version, message });
  }
}

const hashOf = (value: unknown): Uint8Array => createHash('sha256').update(JSON.stringify(value)).digest();
