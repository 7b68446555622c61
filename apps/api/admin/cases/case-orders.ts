import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import type { CommandAnswer } from '#pipeline/case-desk.js';
import { CaseDesk } from '#pipeline/case-desk.js';
import { CityWords } from '../city-words.js';
import { standing } from './case-views.js';
import type { BulkCommandDto, CommandDto } from './command.dto.js';
import { toCaseCommand } from './operator-commands.js';

/** What operators ask of cases, one or many at once. */
@Injectable()
export class CaseOrders {
  constructor(
    private readonly desk: CaseDesk,
    private readonly words: CityWords,
    private readonly clock: Clock,
  ) {}

  async execute(number: string, { version, requestId, ...words }: CommandDto, operator: string): Promise<CommandAnswer> {
    this.insistOnKnownNames(words);
    const command = toCaseCommand(words, this.clock.now());
    const actor = `operator:${operator}` as const;
    const message =
      requestId === undefined ? undefined : { sender: actor, messageId: requestId, bodyHash: hashOf([number, words]) };
    return this.desk.execute({ number: as(number), command, actor, expectedVersion: version, message });
  }

  /** Each case by itself, in the order they are named: one that refuses keeps no other back. */
  async executeAll({ numbers, requestId, ...words }: BulkCommandDto, operator: string) {
    this.insistOnKnownNames(words);
    const results = [];
    for (const number of numbers) {
      // The request's id names a request a case: sent again, it does what is left to do.
      const own = requestId === undefined ? undefined : `${requestId}/${number}`;
      results.push(await this.resultOf(number, { ...words, requestId: own }, operator));
    }
    const accepted = results.filter(({ outcome }) => outcome === 'accepted').length;
    return { accepted, refused: results.length - accepted, results };
  }

  private async resultOf(number: string, words: CommandDto, operator: string) {
    try {
      const { outcome, code, message, status, version } = await this.execute(number, words, operator);
      return { number, outcome, code, message, version, ...standing(status) };
    } catch (thrown) {
      if (!(thrown instanceof RejectedError)) throw thrown;
      return { number, outcome: 'refused' as const, code: thrown.code, message: thrown.message };
    }
  }

  private insistOnKnownNames(words: Omit<BulkCommandDto, 'numbers' | 'requestId'>): void {
    const named = [words.department, words.street, ...(words.coHandlers ?? []), ...(words.departments ?? [])].concat(
      (words.commitments ?? []).map((made) => made.department),
    );
    const strange = named.find((name) => name !== undefined && !this.words.hasDepartment(name));
    if (strange !== undefined) throw new RejectedError('REQUEST_INVALID', `department: there is no department ${strange}`);
  }
}

const hashOf = (value: unknown): Uint8Array => createHash('sha256').update(JSON.stringify(value)).digest();
