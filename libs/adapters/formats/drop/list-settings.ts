import { IsArray, IsString, ValidateBy } from 'class-validator';
import type { HeaderWords } from '../rows/header-words.js';
import { DropSettings } from './drop-settings.js';

const isHeaderWords = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((headers) => Array.isArray(headers) && headers.every((each) => typeof each === 'string'));

/** A list that people fill in and put into a folder: its columns go by many names, and no program writes it in one go. */
export class ListSettings extends DropSettings {
  override readonly settleSeconds: number = 2;

  /** Further names of columns, before the usual ones: `诉求内容: [居民反映的问题]`. */
  @ValidateBy({
    name: 'isHeaderWords',
    validator: {
      validate: isHeaderWords,
      defaultMessage: () => 'columns must be lists of column names by the name we read them under, e.g. 诉求内容: [反映事项]',
    },
  })
  readonly columns: HeaderWords = {};

  /** Sheets that hold no records. */
  @IsArray()
  @IsString({ each: true })
  readonly ignoredSheets: readonly string[] = [
    '说明',
    '填表说明',
    '填报说明',
    '使用说明',
    '字典',
    '数据字典',
    '下拉',
    '汇总',
    '统计',
  ];
}
