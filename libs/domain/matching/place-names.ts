import { asciiNumber } from './chinese-number.js';
import { COMMON_PAIRS } from './common-words.js';

const MAX_PLACES = 24;
const MAX_NAME = 6;
const NUMBER = '(?:[a-z]?\\d{1,5}|[零〇一二两三四五六七八九十百]{1,5})';

/** What a named place ends with. The look-aheads keep words that only begin like one (路灯, 街道, 村民, 站台 …). */
const SUFFIX = new RegExp(
  [
    '大道|大街|(?<![道马公线铁修走网电管水思出迷半一条段])路(?!灯|口|面|段|边|上|过|人|由|线|程|况|基|牌|费|径)|(?<![临沿步])街(?!道|边|上|面|头|坊)|巷(?!道|子|口)|胡同|(?<=[\\u4e00-\\u9fff]{2})弄(?!虚|堂)',
    '小区|花园|家园|新苑|雅苑|(?<=[\\u4e00-\\u9fff]{2})苑|公寓|大厦|新村|新城|广场|市场|公园|商城',
    '小学|中学|幼儿园|学校|大学|学院|医院|卫生院|有限公司|(?<=[\\u4e00-\\u9fff])公司|地铁站|公交站|火车站|汽车站|(?<=[\\u4e00-\\u9fff]{2})站(?!台|点|着|在|起|立)',
    '(?<=[\\u4e00-\\u9fff])村(?!民|里|上|委|庄|组|干|支|部|镇)|大桥|立交桥|水库',
  ].join('|'),
  'g',
);
const HOUSE = new RegExp(`\\s*(${NUMBER}(?:-\\d{1,4})?)\\s*(号(?!楼|栋|线)|弄)`, 'y');
const BUILDING_AFTER = new RegExp(`\\s*[a-z]?(?:[一二三四五六\\d]期)?\\s*(${NUMBER})\\s*(?:栋|幢|座|号楼|号栋)(?:\\s*(${NUMBER})\\s*单元)?`, 'y');
const BUILDING = new RegExp(`(${NUMBER})\\s*(?:栋|幢|座|号楼|号栋)(?!桥|房)(?:\\s*(${NUMBER})\\s*单元)?`, 'g');
const LAMP = /路灯(?:灯?杆)?(?:的?编号|号)?\s*[:为]?\s*([a-z]{0,4}-?\d[\d-]*)|([a-z]{0,4}-?\d[\d-]*)\s*号?(?:的?路)灯/g;
/** Names that a published data set has masked (`a市`, `a7县`): districts, so they say little. */
const MASKED = /[a-z]\d{0,2}[市区县]/g;

/** After one of these a name begins, as long as two characters of it remain. */
const CUT = new Set('的在于位住至到从由和与及是有对向往沿靠近将把被为这那我你他们区市县镇乡道段旁边侧内外里上下前后口号栋及了个条处中去经过请求反映投诉咨询关某家该本各给让着过都也还就能会要');
/** No name ends in one of these. */
const PARTICLES = new Set('的在于是有到从对把被让给和与及或了着过将向往都也还就再又来去能会要应该所为');
/** Not a place's own name. */
const GENERIC = /^(?:[本该我此各这那某新老旧个整全一二两几每条些]|(?:我们|他们|咱们|周边|附近|整个|全部|这个|那个|一个|各个|多个|所有|自己|私立|公立|开发|物业|有限|建筑|房地产|置业|相关|自来水|公交|住宅|居民|某某|农贸|菜|停车|便民|高速|乡村|城市|农村|行政|自然|市政|内部|主干))$/;

/** Named places of a folded text with their numbers, sorted: `建国路`, `建国路88号`, `阳光小区3栋`, `3栋2单元`, `路灯a103`, `a7县`. */
export function placeNames(text: string): string[] {
  const found = new Set<string>();
  addNamed(text, found);
  for (const match of text.matchAll(BUILDING)) addBuilding('', match, found);
  if (text.includes('路灯')) for (const match of text.matchAll(LAMP)) found.add(`路灯${(match[1] ?? match[2]).replaceAll('-', '')}`);
  for (const match of text.matchAll(MASKED)) found.add(match[0]);
  return [...found].slice(0, MAX_PLACES).sort();
}

function addNamed(text: string, found: Set<string>): void {
  for (const match of text.matchAll(SUFFIX)) {
    const name = nameBefore(text, match.index);
    if (name === undefined) continue;
    const place = name + match[0];
    found.add(place);
    const after = match.index + match[0].length;
    if (isStreet(match[0])) addHouse(place, text, after, found);
    else addBuilding(place, matchAt(BUILDING_AFTER, text, after), found);
  }
}

const isStreet = (suffix: string): boolean => /道|街|路|巷|弄|胡同|村/.test(suffix);

function nameBefore(text: string, end: number): string | undefined {
  let start = end;
  while (start > 0 && end - start < MAX_NAME) {
    const character = text[start - 1];
    if (character < '\u4e00' || character > '\u9fff') break;
    if (end - start >= 2 && (CUT.has(character) || COMMON_PAIRS.has(text.slice(start - 2, start)))) break;
    start -= 1;
  }
  const name = text.slice(start, end);
  if (name.length < 2 || GENERIC.test(name) || PARTICLES.has(name.slice(-1)) || COMMON_PAIRS.has(name.slice(-2))) return undefined;
  return name;
}

function addHouse(street: string, text: string, at: number, found: Set<string>): void {
  const match = matchAt(HOUSE, text, at);
  if (match !== null) found.add(street + asciiNumber(match[1]) + match[2]);
}

/** The building stands for itself beside its unit, since one text names the unit and the other does not. */
function addBuilding(place: string, match: RegExpExecArray | null, found: Set<string>): void {
  if (match === null) return;
  const building = `${place}${asciiNumber(match[1])}栋`;
  found.add(building);
  if (match[2] !== undefined) found.add(`${building}${asciiNumber(match[2])}单元`);
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
