import type { FoundIdentity } from './identity.js';
import { NEVER_GIVEN, SURNAME } from './surnames.js';

/** What goes on after a name: no name has these characters. */
const GOES_ON = '的是在住说有要与及跟电手先女今昨打反投举报于把被就也都现曾因为到去没不我你他她它您，。、；：（）！？';
const GIVEN = `[\\p{Script=Han}--[${GOES_ON}]]`;
const NAME = `(?<name>${SURNAME}${GIVEN}{1,2})`;

const ROLE = '(?:姓名|联系人|投诉人|举报人|来电人|诉求人|反映人|报案人|当事人|业主|户主|租客|房东|员工|老板)';
/** 我叫…, 联系人：… */
const SAID = new RegExp(`(?:我叫|我名叫|名叫|本人叫|${ROLE}(?:姓名)?(?:[:：为叫]\\s*|\\s+))${NAME}`, 'gv');
/** 投诉人…: without a colon, much follows that is no name, so it must end like one. */
const IN_A_ROLE = new RegExp(`${ROLE}${NAME}(?=[，。,;；：:、（\\(\\s]|投诉|反映|来电|举报|电话|手机|称|$)`, 'gv');
/** …先生 */
const TITLE = '先生|女士|小姐|老师|阿姨|大爷|大妈|师傅';
const ADDRESSED = new RegExp(`${NAME}(?=${TITLE})`, 'gv');
/** Cheap to ask first; most texts have neither. */
const HAS_ROLE = new RegExp(`叫|${ROLE}`);
const HAS_TITLE = new RegExp(TITLE);
/** 于王先生 is about a Mr Wang, 安全员女士 about an office. */
const IS_NO_NAME = new RegExp(`[${NEVER_GIVEN}员长]$`);

/** Names of persons where a text introduces them. A family name alone (王先生) tells nobody apart. */
export function findNames(text: string): FoundIdentity[] {
  const said = HAS_ROLE.test(text) ? [...matches(text, SAID), ...matches(text, IN_A_ROLE)] : [];
  const addressed = HAS_TITLE.test(text) ? matches(text, ADDRESSED) : [];
  return [...said, ...addressed.filter((one) => !IS_NO_NAME.test(one.text))];
}

function matches(text: string, pattern: RegExp): FoundIdentity[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const name = match.groups?.['name'] ?? '';
    const start = match.index + match[0].length - name.length;
    return { kind: 'name', start, end: start + name.length, text: name };
  });
}
