/** 20 kB of Chinese in UTF-8; what a letter says after that does not change which matter it is. */
const MAX_CHARS = 6_800;

const HONORIFICS = '尊敬的|敬爱的|各位|领导们?|书记|市长|区长|县长|主任|局长|同志|政府|部门';

/** What stands in every citizen's letter and so tells no two matters apart. No pattern reaches over a break. */
const BOILERPLATE = new RegExp(
  [
    `(?:${HONORIFICS}){0,3}(?:您好|你好|大家好|上午好|下午好|晚上好)`,
    '尊敬的[\\u4e00-\\u9fff]{0,8}?(?:领导|书记|市长|区长|县长|局长|主任)们?',
    '(?:恳|敬|请|希|盼)?[请望求](?:政府|市政府|区政府|上级|贵|有关|相关|职能|主管|各级|领导|部门|单位|能够?|给予|尽快|及时|予以|早日|帮忙|帮助|督促|协调|解决|处理|核实|重视|落实|为盼|谢谢){1,8}',
    '(?:非常|万分|十分|不胜)?感谢(?:您|你们|领导|政府)?|谢谢(?:您|你们|领导|了)?|此致|敬礼|望回复|盼复|请回复|急盼回复|妥否',
    '市民(?:来电|来信|来访)?(?:反映|投诉|咨询|求助)|来电人(?:反映|表示)|(?:诉求人|投诉人|反映人)(?:反映|表示|称)?|群众反映|居民反映',
  ].join('|'),
  'g',
);

/** One form of characters: NFKC (full-width digits become ASCII), lower case, cut to a bearable length. */
export function foldText(text: string): string {
  return text.slice(0, MAX_CHARS).normalize('NFKC').toLowerCase().slice(0, MAX_CHARS);
}

/** The words of a letter that say what it is about: folded, everything but Han, a-z and 0-9 a single blank, boilerplate out. */
export function plainText(text: string): string {
  return foldText(text)
    .replace(/[^0-9a-z\u3400-\u4dbf\u4e00-\u9fff]+/g, ' ')
    .replace(BOILERPLATE, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
