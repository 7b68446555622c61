import type { CityPlatform, CityRecord } from '#apps/city/world/city-record.js';
import type { Town } from './town.js';

/** A person nobody else in the city is; every value is invented and stands nowhere else. */
interface Planted {
  readonly name: string;
  readonly mobile: string;
  readonly landline: string;
  readonly idCard: string;
  readonly mail: string;
}

/** One citizen a platform, and one whose record nobody can read. */
export const PLANTED = {
  hotline: person('温如玉', '13900001201', '0532-85550101', '11010519491231002X', 'ruyu.wen@example.cn'),
  portal: person('邵子墨', '13900001202', '0532-85550102', '330183198004170031', 'zimo.shao@example.cn'),
  urban: person('柳若溪', '13900001203', '0532-85550103', '440106199208091121', 'ruoxi.liu@example.cn'),
  grid: person('邹明远', '13900001204', '0532-85550104', '510104197703034569', 'mingyuan.zou@example.cn'),
  ejia: person('姜晚晴', '13900001205', '0532-85550105', '210102196506117826', 'wanqing.jiang@example.cn'),
  unreadable: person('程知夏', '13900001206', '0532-85550106', '371402198811234560', 'zhixia.cheng@example.cn'),
} as const;

function person(name: string, mobile: string, landline: string, idCard: string, mail: string): Planted {
  return { name, mobile, landline, idCard, mail };
}

/** What somebody writes who thinks that it helps. */
export const tells = ({ name, mobile, landline, idCard, mail }: Planted): string =>
  `我叫${name}，手机${mobile}，家里座机${landline}，身份证号${idCard}，邮箱${mail}。`;

/** Of each platform so many records are a planted citizen's. */
const EACH = 2;

/** From now on the city's citizens tell who they are, in the fields for it and wherever else they can; the platforms that did. */
export function plantIdentities(town: Town): ReadonlyMap<CityPlatform, readonly string[]> {
  const book = town.city['book'];
  const planted = new Map<CityPlatform, string[]>();
  const add = book.add.bind(book);
  book.add = (record, lateBySeconds) => {
    const ids = planted.get(record.platform) ?? [];
    if (ids.length === EACH) return add(record, lateBySeconds);
    planted.set(record.platform, [...ids, record.externalId]);
    return add(asToldBy(PLANTED[record.platform], record), lateBySeconds);
  };
  return planted;
}

const asToldBy = (who: Planted, record: CityRecord): CityRecord => ({
  ...record,
  title: `${record.title}（${who.name}${who.mobile}）`,
  body: `${record.body}${tells(who)}`,
  place: { ...record.place, address: `${record.place.address}${who.name}家` },
  reporter: { name: who.name, phone: who.mobile },
});

/** The ways a value can be written by programs. */
function formsOf(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  const escaped = JSON.stringify(value).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [
    ...[value, value.replaceAll('-', ''), encodeURIComponent(value), escaped.slice(1, -1)],
    ...[bytes.toString('hex'), ...[0, 1, 2].map((shift) => inBase64(bytes, shift))],
  ];
}

/** What base64 makes of the bytes behind so many others, without the characters that depend on what stands around them. */
function inBase64(bytes: Buffer, shift: number): string {
  const first = [0, 2, 3][shift];
  const last = Math.floor(((shift + bytes.length) * 8) / 6);
  return Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .slice(first, last);
}

const SOUGHT = Object.values(PLANTED).flatMap((who) =>
  Object.entries(who).map(([kind, value]) => ({ kind, who: who.name, forms: [...new Set(formsOf(value))] })),
);

/** Which planted values stand in a text, in whatever form: `mobile of 温如玉`. */
export function traces(text: string): string[] {
  const haystacks = [text, text.toLowerCase(), text.replace(/(?<=\d)[ -]+(?=\d)/g, '')];
  return SOUGHT.filter(({ forms }) => forms.some((form) => haystacks.some((hay) => hay.includes(form)))).map(
    ({ kind, who }) => `${kind} of ${who}`,
  );
}
