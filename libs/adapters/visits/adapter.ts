import type { AdapterDescription, MappedRecord, PlatformUpdate, ReadBack } from '#domain/ports/platform-adapter.js';
import { fieldOf } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import { plainText } from '../formats/field-reader.js';
import { DropAdapter } from '../formats/drop/drop-adapter.js';
import { endsList } from '../formats/rows/list-end.js';
import { ColumnNames } from '../formats/rows/header-words.js';
import { saysNothing } from '../formats/vocabulary.js';
import { VISIT_REQUIRED, VISIT_WORDS } from './columns.js';
import type { VisitsSettings } from './config.js';
import { mapVisit } from './mapper.js';
import { visitId } from './visit-id.js';

/** A visit at which nothing was raised is no record of a citizen's. */
function isNoRecord(row: Fields): boolean {
  const said = plainText(fieldOf(row, '诉求内容'))?.trim() ?? '';
  return (said !== '' && saysNothing(said)) || endsList(row);
}

/** Door-to-door visit and meeting lists (入户走访, 居民议事): spreadsheets in a folder, some rows solved on the spot. */
export class VisitsAdapter extends DropAdapter {
  private readonly names: ColumnNames;

  constructor(
    private readonly settings: VisitsSettings,
    now: () => Date,
  ) {
    const names = new ColumnNames(VISIT_WORDS, settings.columns);
    const idOf = (row: Fields) => visitId(row, settings.zone);
    super(settings, now, { ...settings, names, required: VISIT_REQUIRED, isNoRecord, idOf }, '诉求编号');
    this.names = names;
  }

  describe(): AdapterDescription {
    return { kind: 'visits', title: '入户走访与居民议事', capabilities: ['pull', 'push-update', 'count'] };
  }

  map(bytes: Uint8Array): MappedRecord {
    return mapVisit(bytes, this.names, this.settings);
  }

  /** Nobody signs for these answers: an answer is given once its file lies there for the visitors to take along. */
  override async readBack({ reference }: PlatformUpdate): Promise<ReadBack> {
    return { kind: (await this.answers.isUntaken(reference)) ? 'shown' : 'absent' };
  }
}
