/** The words by which places are found in a folded text. */
const NUMBER = '(?:[a-z]?\\d{1,5}|[零〇一二两三四五六七八九十百]{1,5})';

/** Streets are named after what lies on them: 学苑路, 公园北街, 医院巷. */
const NO_STREET = '(?![东西南北中]?(?:大道|大街|路(?!口|面|灯|边|过|人|由|上|段|旁)|街(?!道|面|头|坊|边|上)|巷(?!道|子|口)))';

/** What a named place ends with. The look-aheads keep words that only begin like one (路灯, 街道, 村民, 站台 …). */
export const SUFFIX = new RegExp(
  [
    '大道|大街|(?<![道马公线铁修走网电管水思出迷半条段])路(?!灯(?!塔)|面|过|人|由|线|程|况|基|牌|费|径)|(?<![临沿步])街(?!道|面|头|坊)|巷(?!道|子|口)|胡同|(?<=[\\u4e00-\\u9fff]{2})弄(?!虚|堂)',
    '(?:小区|花园|家园|新苑|雅苑|(?<=[\\u4e00-\\u9fff]{2})苑|公寓|大厦|新村|新城|广场(?!舞)|市场|公园|商城)' + NO_STREET,
    '(?:小学|中学|幼儿园|学校|大学|学院|医院|卫生院|有限公司|(?<=[\\u4e00-\\u9fff])公司|地铁站|公交站|火车站|汽车站|(?<=[\\u4e00-\\u9fff]{2})站(?!台|点|着|在|起|立))' +
      NO_STREET,
    '(?<=[\\u4e00-\\u9fff])村(?!民|里|上|委|庄|组|干|支|部|镇)|大桥|立交桥|水库',
  ].join('|'),
  'g',
);
/** A house, or a lamp post that is counted along the road: `88号`, `第012号灯杆`, `(灯杆号012)`. */
export const HOUSE = new RegExp(`\\s*第?(${NUMBER}(?:-\\d{1,4})?)\\s*(号(?!楼|栋|线)|弄)(?: *(路灯杆?|灯杆))?`, 'y');
export const POST = new RegExp(`\\s*\\(?\\s*(?:路灯|灯)杆?(?:编号|号|编)\\s*:?\\s*(${NUMBER})`, 'y');
export const BUILDING = new RegExp(`(${NUMBER})\\s*(?:栋|幢|座|号楼|号栋)(?!桥|房)(?:\\s*(${NUMBER})\\s*单元)?`, 'g');
export const LAMP = /路灯(?:灯?杆)?(?:的?编号|号)\s*[:为]?\s*([a-z]{0,4}-?\d[\d-]*)/g;
/** Names that a published data set has masked (`a市`, `a7县`): districts, so they say little. */
export const MASKED = /[a-z]\d{0,2}[市区县]/g;

/** After one of these a name begins, as long as two characters of it remain. */
export const CUT = new Set(
  '的在于位住至到从由和与及是有对向往沿靠近将把被为这那我你他们区市县镇乡道段旁边侧内外里上下前后口号栋及了个条处中去经过请求反映投诉咨询关某该本各给让着过都也还就能会要',
);
export const SCHOOL = /小学|中学|幼儿园|学校|医院/;
/** What every district has one of. */
export const EVERYWHERE =
  /^(?:中心|实验|第?[一二三四五六七八九]|外国语|国际|双语|公办|民办|公立|私立|附属|普惠性?|配套|小区|社区|人民|中医|妇幼)+$/;
/** No name ends in one of these. */
export const PARTICLES = new Set('的在于是有到从对把被让给与及或了着过将向往都也还就再又来去能会要应该所');
/** Not a place's own name. */
export const GENERIC =
  /^(?:[本该我此各这那某新老旧个整全一二两几每条些]|(?:我们|他们|咱们|周边|附近|整个|全部|这个|那个|一个|各个|多个|所有|自己|私立|公立|开发|物业|有限|建筑|房地产|置业|相关|自来水|公交|住宅|居民|某某|农贸|菜|停车|便民|高速|乡村|城市|农村|行政|自然|市政|内部|主干|[等乘坐]?[零一二三四五六七八九十百]+|十字|丁字|三岔|上班|回家|放学|上学|一))$/;
export const STREET = /道|街|路|巷|弄|胡同|村/;
/** The word for its kind at the end of a place's name. */
export const PLACE_KIND =
  /(?<=.)(?:大道|大街|路|街|巷|胡同|弄|小区|花园|家园|新苑|雅苑|苑|公寓|大厦|新村|新城|广场|市场|公园|商城|小学|中学|幼儿园|学校|大学|学院|医院|卫生院|有限公司|公司|地铁站|公交站|火车站|汽车站|站|村|大桥|立交桥|水库)$/;
