/** What each share says to a person, of the facts it rests on. */
export const SAY = {
  sameRecord: (id: string) => `同一平台同一编号:${id}`,
  relayed: (origin: string) => `转办件,原件编号:${origin}`,
  textsAlike: (part: number, trust: number) => `全文相似 ${percent(part)}${short(trust)}`,
  titlesTold: (part: number, trust: number) => `标题所说,对方也说到 ${percent(part)}${short(trust)}`,
  rareWords: (weight: number, trust: number) => `共有的少见字词约 ${Math.round(weight)} 处${short(trust)}`,
  samePlaceNumber: (place: string, number: string) => `同一门牌楼栋:${place}${number}`,
  samePlace: (place: string) => `同一地点:${place}`,
  otherNumber: (place: string, mine: string, theirs: string) => `同在${place || '同一处'},号码不同:${pair(mine, theirs)}`,
  otherPlaces: (mine: string, theirs: string) => `地点不同:${pair(mine, theirs)}`,
  templateLetter: () => '同一套文字说的是不同地点',
  otherDistricts: (mine: string, theirs: string) => `区县不同:${pair(mine, theirs)}`,
  unsorted: () => '至少一件待归类,类别不能比',
  sameComponent: (code: string) => `同一部件:${code}`,
  otherComponent: (mine: string, theirs: string) => `部件不同:${pair(mine, theirs)}`,
  distance: (metres: number, near: number) => `距离 ${Math.round(metres)} 米(${near} 米内算近)`,
  sameGrid: (code: string) => `同一网格:${code}`,
  touchingGrids: (mine: string, theirs: string) => `相邻网格:${pair(mine, theirs)}`,
  otherGrid: (mine: string, theirs: string) => `网格不同:${pair(mine, theirs)}`,
  sameCommunity: (name: string) => `同一社区:${name}`,
  otherCommunity: (mine: string, theirs: string) => `社区不同:${pair(mine, theirs)}`,
  sameStreet: (name: string) => `同一街道:${name}`,
  otherStreet: (mine: string, theirs: string) => `街道不同:${pair(mine, theirs)}`,
  sameCategory: (code: string) => `同类:${code}`,
  siblingCategories: (mine: string, theirs: string) => `相近类别:${pair(mine, theirs)}`,
  otherCategory: (mine: string, theirs: string) => `类别不同:${pair(mine, theirs)}`,
  daysApart: (days: number, window: number) => `相隔 ${days.toFixed(1)} 天(${window} 天内算近)`,
  sameCaller: () => '同一来电人',
  otherPlatform: () => '来自不同平台',
  restOfCase: (reports: number, mean: number, best: number) =>
    `案件共 ${reports} 件,平均 ${mean.toFixed(1)} 分,最像的一件 ${best.toFixed(1)} 分`,
};

const pair = (mine: string, theirs: string): string => `${mine} / ${theirs}`;
const percent = (part: number): string => `${Math.round(part * 100)}%`;
/** Of very short texts. */
const short = (trust: number): string => (trust === 1 ? '' : '(文字太短,从轻)');
