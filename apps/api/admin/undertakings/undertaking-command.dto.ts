import {
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsPositive,
  IsRFC3339,
  IsString,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { as } from '#domain/ids.js';
import { UNDERTAKING_COMMANDS } from '#domain/undertaking/undertaking-state.js';
import type { UndertakingCommandName } from '#domain/undertaking/undertaking-state.js';
import type { AskedCommand } from '#pipeline/undertaking-desk.js';
import { RequestIdDto } from '../request-id.dto.js';

/** Wanted where one of the commands needs the field, and checked wherever it is given. */
const NeededBy = (field: keyof UndertakingCommandDto, ...commands: readonly UndertakingCommandName[]): PropertyDecorator =>
  ValidateIf((dto: UndertakingCommandDto) => dto[field] !== undefined || commands.includes(dto.command));

/** What an operator asks of an undertaking. */
export class UndertakingCommandDto extends RequestIdDto {
  @IsIn(UNDERTAKING_COMMANDS)
  command: UndertakingCommandName;

  /** 认领: the partner that does it. */
  @NeededBy('partner', 'claim')
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  partner?: string;

  /** The department that answers. */
  @ValidateIf(
    ({ command, owner, dueAt }: UndertakingCommandDto) => owner !== undefined || (command === 'assign' && dueAt === undefined),
  )
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  owner?: string;

  /** An instant in ISO 8601, with its offset. */
  @IsOptional()
  @IsRFC3339()
  @IsISO8601({ strict: true })
  dueAt?: string;

  /** 阶段反馈. */
  @NeededBy('note', 'note')
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  note?: string;

  @NeededBy('result', 'finish')
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  result?: string;

  @NeededBy('because', 'drop', 'release')
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  because?: string;

  /** The version the operator has seen; an undertaking that has moved on refuses. */
  @IsOptional()
  @IsInt()
  @IsPositive()
  version?: number;
}

/** The operator's words as a command of the desk; the fields a command needs have been checked. */
export function toAskedCommand(words: UndertakingCommandDto): AskedCommand {
  const { command, partner = '', owner, dueAt, note = '', result = '', because = '' } = words;
  const terms = { ...(owner && { owner: as<never>(owner) }), ...(dueAt && { dueAt: new Date(dueAt) }) };
  switch (command) {
    case 'assign':
      return { command, ...terms };
    case 'claim':
      return { command, ...terms, partner: as(partner) };
    case 'start':
      return { command };
    case 'note':
      return { command, note };
    case 'finish':
      return { command, result };
    default:
      return { command, because };
  }
}
