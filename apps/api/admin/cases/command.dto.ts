import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsPositive,
  IsRFC3339,
  IsString,
  Max,
  Length,
  MaxLength,
  Min,
  NotContains,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { DISPATCH_MODES, MEETING_KINDS, type DispatchMode } from '#domain/case/proceedings.js';
import { REFUSAL_CODES, type RefusalCode } from '#domain/case/refusal-reasons.js';
import { SUPERVISION_LEVELS, WHISTLE_KINDS, type SupervisionLevel } from '#domain/deadline/stage-policy.js';
import { RequestIdDto } from '../request-id.dto.js';
import { OPERATOR_COMMANDS, type OperatorCommand } from './operator-commands.js';

/** Checks a field of these commands; of others only when it is there. */
const NeededBy = (...commands: readonly OperatorCommand[]): PropertyDecorator =>
  ValidateIf((of: CommandWordsDto, value: unknown) => value !== undefined || commands.includes(of.command));

const KINDS: Readonly<Record<string, readonly string[]>> = {
  'blow-whistle': WHISTLE_KINDS,
  'call-meeting': MEETING_KINDS,
};

const IsKindOfCommand = (): PropertyDecorator =>
  ValidateBy({
    name: 'isKindOfCommand',
    validator: {
      validate: (value, at) => KINDS[(at?.object as CommandWordsDto).command]?.includes(value as string) ?? true,
      defaultMessage: (at) => `kind must be one of: ${KINDS[(at?.object as CommandWordsDto).command]?.join(', ')}`,
    },
  });

const MOST_NAMES = 50;

class CommitmentLine {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  department: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  what: string;

  @IsRFC3339()
  dueAt: string;
}

/** A command and what it says. Instants are ISO 8601 with their zone. */
class CommandWordsDto extends RequestIdDto {
  @IsIn(OPERATOR_COMMANDS)
  command: OperatorCommand;

  /** To whom a case is dispatched; whom a score is for. */
  @NeededBy('dispatch', 'score-whistle')
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  department?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_NAMES)
  @IsString({ each: true })
  coHandlers?: string[];

  /** 直派 direct, 双派 dual, 兜底 backstop. */
  @IsOptional()
  @IsIn(DISPATCH_MODES)
  mode?: DispatchMode;

  @NeededBy(
    'hold',
    'close',
    'force-close',
    'reopen',
    'rework',
    'withdraw',
    'grant-request',
    'refuse-request',
    'suspend',
    'resume',
    'supervise',
    'blow-whistle',
    'claim',
    'release-claim',
  )
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  because?: string;

  /** Why a case is refused. */
  @NeededBy('refuse')
  @IsIn(REFUSAL_CODES)
  code?: RefusalCode;

  /** The same in the words the citizens read. */
  @NeededBy('refuse')
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason?: string;

  @NeededBy('suspend')
  @IsRFC3339()
  until?: string;

  @NeededBy('check', 'look-back')
  @IsBoolean()
  passed?: boolean;

  /** What was found; of a matter solved on the spot, what the citizens read. */
  @NeededBy('check', 'look-back', 'settle-on-the-spot')
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  note?: string;

  @NeededBy('supervise')
  @IsIn(SUPERVISION_LEVELS)
  level?: SupervisionLevel;

  /** Of a whistle: daily, tough, emergency; of a meeting: residents, departments. */
  @NeededBy('blow-whistle', 'call-meeting')
  @IsKindOfCommand()
  kind?: string;

  /** The street's office that blows the whistle. */
  @NeededBy('blow-whistle')
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  street?: string;

  @NeededBy('blow-whistle')
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_NAMES)
  @IsString({ each: true })
  departments?: string[];

  @NeededBy('score-whistle')
  @IsInt()
  @IsPositive()
  whistle?: number;

  @NeededBy('score-whistle')
  @IsInt()
  @Min(0)
  @Max(100)
  score?: number;

  @NeededBy('call-meeting')
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  subject?: string;

  /** When a meeting is held. */
  @NeededBy('call-meeting')
  @IsRFC3339()
  at?: string;

  @NeededBy('call-meeting')
  @IsArray()
  @ArrayMaxSize(MOST_NAMES)
  @IsString({ each: true })
  participants?: string[];

  @NeededBy('decide-meeting')
  @IsInt()
  @IsPositive()
  meeting?: number;

  @NeededBy('decide-meeting')
  @IsString()
  @IsNotEmpty()
  @MaxLength(5000)
  decision?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_NAMES)
  @ValidateNested({ each: true })
  @Type(() => CommitmentLine)
  commitments?: CommitmentLine[];

  /** The red partner (红色合伙人) that claims the case. */
  @NeededBy('claim')
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  partner?: string;

  @NeededBy('claim')
  @IsRFC3339()
  dueAt?: string;
}

/** What an operator asks of a case. */
export class CommandDto extends CommandWordsDto {
  /** The version the operator has seen; a case that has moved on refuses. */
  @IsOptional()
  @IsInt()
  @IsPositive()
  version?: number;
}

const MOST_CASES = 200;

/** What an operator asks of several cases at once. */
export class BulkCommandDto extends CommandWordsDto {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_CASES)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 50, { each: true })
  @NotContains('\u0000', { each: true })
  numbers: string[];
}
