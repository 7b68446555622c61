import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { AdapterDescription, MappedRecord, PlatformUpdate, ReadBack } from '#domain/ports/platform-adapter.js';
import { DropAdapter } from '../formats/drop/drop-adapter.js';
import { plainText } from '../formats/field-reader.js';
import { fieldOf } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import { ColumnNames } from '../formats/rows/header-words.js';
import { endsList } from '../formats/rows/list-end.js';
import { ORDER_REQUIRED, ORDER_WORDS } from './columns.js';
import type { HotlineSheetSettings } from './config.js';
import { mapOrderRow } from './mapper.js';

function idOf(row: Fields): ExternalId | undefined {
  const id = plainText(fieldOf(row, '工单编号'))?.trim() ?? '';
  return id === '' ? undefined : as<ExternalId>(id);
}

/** A 12345 hotline whose orders come as the work-order lists that districts are given (工单模板), in a folder. */
export class HotlineSheetAdapter extends DropAdapter {
  private readonly names: ColumnNames;

  constructor(
    private readonly settings: HotlineSheetSettings,
    now: () => Date,
  ) {
    const names = new ColumnNames(ORDER_WORDS, settings.columns);
    super(settings, now, { ...settings, names, required: ORDER_REQUIRED, isNoRecord: endsList, idOf }, '工单编号');
    this.names = names;
  }

  describe(): AdapterDescription {
    return { kind: 'hotline-sheet', title: '12345 工单表', capabilities: ['pull', 'push-update', 'count'] };
  }

  map(bytes: Uint8Array): MappedRecord {
    return mapOrderRow(bytes, this.names, this.settings);
  }

  /** Nobody signs for these answers: an answer is given once its file lies there to be carried into the city's system. */
  override async readBack({ reference }: PlatformUpdate): Promise<ReadBack> {
    return { kind: (await this.answers.isUntaken(reference)) ? 'shown' : 'absent' };
  }
}
