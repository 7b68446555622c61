import type { CaseNumber, GroupingId, ReportId, SuggestionId } from '#domain/ids.js';

/** What an operator may ask about the grouping of reports into cases. */
export type GroupingCommand =
  /** One report out of its case, into a case of its own or into a given one. */
  | {
      readonly command: 'detach';
      readonly number: CaseNumber;
      readonly report: ReportId;
      readonly to?: CaseNumber;
      readonly because: string;
      /** The version of the case that the sender has seen. */
      readonly version?: number;
    }
  /** Several reports of a case into one new case. */
  | {
      readonly command: 'split';
      readonly number: CaseNumber;
      readonly reports: readonly ReportId[];
      readonly because: string;
      readonly version?: number;
    }
  /** All reports of the case `from` into the case `number`. */
  | {
      readonly command: 'merge';
      readonly number: CaseNumber;
      readonly from: CaseNumber;
      readonly because: string;
      readonly version?: number;
      readonly fromVersion?: number;
    }
  /** `onlyReport`: the report alone joins the other case, even where it has company in its own. */
  | { readonly command: 'accept'; readonly suggestion: SuggestionId; readonly onlyReport?: boolean }
  | { readonly command: 'reject'; readonly suggestion: SuggestionId }
  | { readonly command: 'undo'; readonly grouping: GroupingId };

/** Why, as the histories of both cases say it. */
export function reasonOf(command: GroupingCommand): string {
  if (command.command === 'accept') return '疑似重复:确认为同一件事';
  if (command.command === 'reject') return '疑似重复:确认不是同一件事';
  return command.command === 'undo' ? '撤销归并操作' : command.because;
}
