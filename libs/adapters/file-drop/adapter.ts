import { join } from 'node:path';
import { RejectedError } from '#domain/errors.js';
import type { AdapterDescription, MappedRecord, PlatformUpdate, ReadBack } from '#domain/ports/platform-adapter.js';
import { DropAdapter } from '../formats/drop/drop-adapter.js';
import type { FileDropSettings } from './config.js';
import { listShape } from './list-shape.js';
import { mapRow } from './mapper.js';
import { ReceiptLog } from './receipt-log.js';

const TAKEN = '成功';

/** A platform that drops files (党群e家), takes our answers as files and says in a list of receipts what it made of them. */
export class FileDropAdapter extends DropAdapter {
  private readonly receipts: ReceiptLog;

  constructor(
    private readonly settings: FileDropSettings,
    now: () => Date,
  ) {
    super(settings, now, listShape(settings), '服务单号');
    this.receipts = new ReceiptLog(join(settings.dropDir, 'receipts', 'receipts.csv'));
  }

  describe(): AdapterDescription {
    return { kind: 'file-drop', title: '党群e家', capabilities: ['pull', 'push-update', 'count'] };
  }

  map(bytes: Uint8Array): MappedRecord {
    return mapRow(bytes, this.settings);
  }

  override async readBack({ reference }: PlatformUpdate): Promise<ReadBack> {
    const result = await this.folder.guard(() => this.receipts.find(reference));
    if (result === TAKEN) return { kind: 'shown' };
    if (result === undefined) return { kind: (await this.answers.isUntaken(reference)) ? 'pending' : 'absent' };
    throw new RejectedError('PLATFORM_REQUEST_REFUSED', '党群e家 refuses the answer: its receipt names a reason');
  }
}
