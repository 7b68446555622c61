import type { ErrorCode } from '#domain/error-codes.js';
import type { Platform } from '#domain/ports/platforms.js';
import type { NotedDrift } from '#domain/ports/schema-book.js';
import type { Reconciliation } from '#domain/reconcile/reconciliation.js';
import { isWhole } from '#domain/reconcile/reconciliation.js';
import type { PullState } from '#storage/reading/platform-health.js';
import type { QuarantineCount } from '#storage/reading/quarantine-list.js';
import type { CheckLine, Who } from './adapter-check-line.js';
import { WHO, fine, note, wrong } from './adapter-check-line.js';

/** Fewer failures in a row than this are a platform's bad minute: the machine tries again by itself. */
const BAD_MINUTE = 3;
/** A pull may come this much later than its rhythm says before somebody should ask why. */
const GRACE_SECONDS = 300;

const OPERATORS: ReadonlySet<string> = new Set<ErrorCode>([
  'CONFIG_INVALID',
  'PLATFORM_CREDENTIAL_REFUSED',
  'PLATFORM_ADDRESS_WRONG',
  'PLATFORM_CERTIFICATE_REFUSED',
  'PLATFORM_PROXY_REFUSED',
]);
const DEVELOPERS: ReadonlySet<string> = new Set<ErrorCode>(['DEFECT', 'PLATFORM_REQUEST_REFUSED']);

const whoOf = (code: string | null): Who => {
  if (code !== null && OPERATORS.has(code)) return WHO.operator;
  return code !== null && DEVELOPERS.has(code) ? WHO.developer : WHO.platform;
};

/** How pulling has gone so far: pause, lag, cursor, the failure it is in. */
export function pullLines({ adapter, pullEverySeconds }: Platform, state: PullState | undefined, now: Date): CheckLine[] {
  if (!adapter.pull) return [];
  if (!state?.pulledAt) return [note('延迟', '还没有成功拉取过'), ...pauseLines(state), ...failureLines(state)];
  const seconds = Math.max(0, Math.round((now.getTime() - state.pulledAt.getTime()) / 1000));
  const isLate = seconds > 2 * pullEverySeconds + GRACE_SECONDS;
  const says = `距最近一次成功拉取 ${seconds} 秒，应每 ${pullEverySeconds} 秒一次`;
  const lag = isLate ? wrong('延迟', state.paused ? WHO.operator : whoOf(state.errorCode), says) : fine('延迟', says);
  return [
    lag,
    note('游标', state.hasCursor ? '已有，下次接着取' : '没有，下次从头取'),
    ...pauseLines(state),
    ...failureLines(state),
  ];
}

const pauseLines = (state: PullState | undefined): CheckLine[] => [
  state?.paused ? wrong('暂停', WHO.operator, '已暂停拉取，在平台页恢复') : fine('暂停', '没有暂停'),
];

function failureLines(state: PullState | undefined): CheckLine[] {
  if (!state || state.failures === 0) return [fine('错误', '没有')];
  const { failures, failingSince, errorCode, error } = state;
  if (failures < BAD_MINUTE && whoOf(errorCode) === WHO.platform)
    return [note('错误', `刚失败 ${failures} 次，会自动再试：${errorCode ?? ''}`)];
  return [
    wrong(
      '错误',
      whoOf(errorCode),
      `连续失败 ${failures} 次，自 ${failingSince?.toISOString() ?? '？'}：${errorCode ?? ''} ${error ?? ''}`,
    ),
  ];
}

/** What the last recount at the platform came to. */
export function reconcileLine({ adapter }: Platform, days: readonly Reconciliation[]): CheckLine {
  if (!adapter.count) return note('对账', '平台不能按天清点');
  const [first] = days;
  if (!first) return note('对账', '还没有对过账');
  const at = first.at.toISOString();
  const failed = days.find((day) => day.kind === 'failed');
  if (failed) return wrong('对账', whoOf(failed.code), `${at} ${failed.day} 清点失败：${failed.message}`);
  const counted = days.filter((day) => day.kind === 'counted');
  const missing = counted.flatMap((day) => day.missing.filter((id) => !day.healed.includes(id)));
  const healed = counted.reduce((sum, day) => sum + day.healed.length, 0);
  if (days.every(isWhole)) return fine('对账', `${at} 核对 ${days.length} 天，不缺${healed > 0 ? `（补回 ${healed} 条）` : ''}`);
  return wrong('对账', WHO.developer, `${at} 仍缺 ${missing.length} 条：${missing.slice(0, 5).join('、')}`);
}

/** Fields that are of another type than before want somebody; new ones are worth knowing. */
export function driftLines(drifts: readonly NotedDrift[]): CheckLine[] {
  const lines = drifts.map(({ kind, path, type, before, example, since }) =>
    kind === 'changed-type'
      ? wrong('字段', WHO.developer, `${path} 由 ${before.join('/')} 变为 ${type}，如 ${example}，自 ${since.toISOString()}`)
      : note('字段', `新字段 ${path}：${type}，如 ${example}，自 ${since.toISOString()}`),
  );
  return lines.length > 0 ? lines : [fine('字段', '与以前一致')];
}

/** What could not be read, and what was tried again in vain. */
export function quarantineLine({ count, exhausted }: QuarantineCount): CheckLine {
  if (exhausted > 0) return wrong('待处理', WHO.developer, `${count} 条读不懂，其中 ${exhausted} 条重读 3 次以上仍读不懂`);
  return count > 0 ? note('待处理', `${count} 条读不懂，在待处理数据页`) : fine('待处理', '没有');
}
