import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import { NATURES } from '#domain/report/report.js';
import type { Evaluation, Nature } from '#domain/report/report.js';
import type { FieldReader } from '../formats/field-reader.js';
import { formatInstant, parseInstant } from '../formats/parse-instant.js';
import type { TimeHabit } from '../formats/parse-instant.js';
import { fieldOf } from '../formats/parse-json.js';
import { gridCodeOf, jsonFields, present, readRecord, reporterOf } from '../formats/read-record.js';
import { titleOf } from '../formats/vocabulary.js';
import type { Open311InboxSettings } from './config.js';
import { addressesOf, commentsOf } from './record.js';
import type { InboxComment } from './record.js';

/** How FixMyStreet writes title and text into one description; its newer form has no labels but ends in its own address. */
const LABELLED = /^title: (.+)\n\ndetail: ([\s\S]*?)\n\nurl: \S+/;
const IN_PARAGRAPHS = /^(.+)\n\n([\s\S]+?)\n\nhttps?:\/\/\S+$/;

function wordsOf(record: FieldReader): { title: string; body: string } {
  const description = record.requiredText('description').trim();
  const [, title, body] = LABELLED.exec(description) ?? IN_PARAGRAPHS.exec(description) ?? [];
  const said = body ?? description;
  return { title: record.text('title') ?? title ?? titleOf(said), body: said };
}

const attached = (addresses: readonly string[]): string[] => addresses.map((address) => `附件：${address}`);

function sayAgain({ at, text, media_url }: InboxComment, times: TimeHabit): string[] {
  const read = parseInstant(at, times);
  const when = read.kind === 'instant' ? `（${formatInstant(read.at, 'yyyy-MM-dd HH:mm', times.zone)}）` : '';
  const words = text.trim();
  return [...(words === '' ? [] : [`补充${when}：${words}`]), ...attached(media_url)];
}

/** The newest word that the matter is not solved after all. */
function evaluationOf(comments: readonly InboxComment[], times: TimeHabit): Evaluation | undefined {
  const read = parseInstant(comments.findLast(({ said }) => said === 'unsolved')?.at, times);
  return read.kind === 'instant' ? { solved: false, satisfied: false, at: read.at } : undefined;
}

/** A report of an Open311 client, with what was said later behind it → what it says. */
export function mapInboxRecord(
  bytes: Uint8Array,
  { zone, categorySystem }: Pick<Open311InboxSettings, 'zone' | 'categorySystem'>,
): MappedRecord {
  const times: TimeHabit = { zone, formats: ['iso'] };
  const fields = jsonFields(bytes);
  const comments = commentsOf(fields && fieldOf(fields, 'updates'));
  return readRecord(fields, times, {
    identity: (record) => ({
      externalId: as<ExternalId>(record.requiredText('service_request_id')),
      sourceUpdatedAt: record.requiredInstant('updated_datetime'),
    }),
    withdrawn: (record) => record.flag('withdrawn'),
    report: (record, identity) => {
      const { title, body } = wordsOf(record);
      const nature = record.text('nature');
      const pictures = attached(addressesOf(fields && fieldOf(fields, 'media_url')));
      return present({
        ...identity,
        reportedAt: record.requiredInstant('requested_datetime'),
        title,
        body: [body, ...pictures, ...comments.flatMap((comment) => sayAgain(comment, times))].join('\n'),
        nature: NATURES.includes(nature as Nature) ? (nature as Nature) : 'help',
        urgency: 'normal' as const,
        sourceCategory: { system: categorySystem, code: record.requiredText('service_code').trim() },
        place: present({
          address: record.text('address_string'),
          gridCode: gridCodeOf(record.text('address_id')?.trim()),
          ...record.point('long', 'lat', 'WGS84'),
        }),
        reporter: reporterOf(record.text('name'), record.text('phone')),
        evaluation: evaluationOf(comments, times),
        textIsGenerated: record.flag('generated') ? true : undefined,
      });
    },
  });
}
