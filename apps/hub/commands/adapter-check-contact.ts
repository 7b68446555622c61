import type { PlatformDoor } from '#adapters/platform-door.js';
import type { CheckResult } from '#domain/ports/platform-adapter.js';
import type { CheckLine } from './adapter-check-line.js';
import { WHO, fine, note, wrong } from './adapter-check-line.js';

type Fault = Extract<CheckResult, { kind: 'fault' }>;

/** What the platform says to a harmless question, taken apart: is it there, does it let us in, is that the right door. */
export function contactLines(result: CheckResult, door: PlatformDoor): CheckLine[] {
  const secrets = door.secrets.length > 0 ? door.secrets.join('、') : '无';
  if (result.kind === 'ok') {
    return [
      fine('连通', result.detail),
      door.secrets.length > 0 ? fine('凭证', `平台接受（${secrets}）`) : note('凭证', '没有设置凭证'),
      fine('地址', door.address ?? '由平台访问本系统'),
    ];
  }
  switch (result.code) {
    case 'PLATFORM_CREDENTIAL_REFUSED':
      return [
        fine('连通', '平台有应答'),
        wrong('凭证', WHO.operator, `平台拒绝凭证，请核对 platforms.yaml 中 ${secrets}：${result.message}`),
        note('地址', door.address ?? ''),
      ];
    case 'PLATFORM_ADDRESS_WRONG':
      return [
        fine('连通', '有应答'),
        note('凭证', secrets),
        wrong('地址', WHO.operator, `地址不对，请核对 ${door.address}：${result.message}`),
      ];
    default:
      return [wrong('连通', whoOf(result), result.message), note('凭证', secrets), note('地址', door.address ?? '')];
  }
}

const whoOf = ({ actor }: Fault) => WHO[actor];

/** As far as the clocks of two computers may be apart before records seem to come from the future or to be too old. */
const MOST_APART_SECONDS = 300;

/** How the platform's clock goes by ours. */
export function clockLine(theirs: Date | undefined, ours: Date): CheckLine {
  if (!theirs) return note('时钟', '平台没有给出时间');
  const ahead = Math.round((theirs.getTime() - ours.getTime()) / 1000);
  const says = ahead === 0 ? '与本机一致' : `平台比本机${ahead > 0 ? '快' : '慢'} ${Math.abs(ahead)} 秒`;
  if (Math.abs(ahead) <= MOST_APART_SECONDS) return fine('时钟', says);
  return wrong('时钟', WHO.platform, `${says}，超过 ${MOST_APART_SECONDS} 秒；请先核对本机时间`);
}
