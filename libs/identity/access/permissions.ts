import { ROLES } from './roles.js';
import type { Role, Standing } from './roles.js';

/**
 * How far a permission reaches. `own`: to the cases of one's scope; the rest looks as if it were not there. `whole`: it shows
 * or changes what belongs to the whole city, so a narrower scope has no part in it. `any`: it shows no case at all.
 */
export type Reach = 'own' | 'whole' | 'any';

export interface Rule {
  readonly roles: readonly Role[];
  readonly reach: Reach;
  /** What it lets somebody do, for the page. */
  readonly label: string;
}

const EVERYBODY = ROLES;
const DESK = ['dispatcher', 'supervisor', 'admin'] as const;
const OVERSIGHT = ['dispatcher', 'supervisor', 'auditor', 'admin'] as const;
const ADMIN = ['admin'] as const;

/** Who may do what: the only table of it. docs/access.md shows it to people. */
export const PERMISSIONS = {
  'self.manage': { roles: EVERYBODY, reach: 'any', label: '管理本人的密码、动态口令与登录' },
  'reference.read': { roles: EVERYBODY, reach: 'any', label: '查看部门、分类、网格等基础信息' },
  'cases.read': { roles: EVERYBODY, reach: 'own', label: '查看案件' },
  'cases.export': { roles: ['dispatcher', 'supervisor', 'street', 'auditor', 'admin'], reach: 'own', label: '导出案件' },
  'cases.command': { roles: DESK, reach: 'own', label: '处置案件' },
  'cases.handle': { roles: ['department'], reach: 'own', label: '承办案件' },
  'groupings.change': { roles: DESK, reach: 'own', label: '并案与拆分' },
  'groupings.undo': { roles: DESK, reach: 'whole', label: '撤销并案与拆分' },
  'suggestions.read': { roles: [...OVERSIGHT, 'street'], reach: 'own', label: '查看疑似重复' },
  'suggestions.decide': { roles: DESK, reach: 'own', label: '判定疑似重复' },
  'matching.explain': { roles: OVERSIGHT, reach: 'whole', label: '查看并单依据' },
  'identity.reveal': { roles: DESK, reach: 'own', label: '查看市民身份' },
  'undertakings.read': { roles: [...OVERSIGHT, 'street', 'department'], reach: 'own', label: '查看清单' },
  'undertakings.command': { roles: [...DESK, 'street'], reach: 'own', label: '办理清单' },
  'deliveries.read': { roles: [...OVERSIGHT, 'department'], reach: 'own', label: '查看推送与回写' },
  'deliveries.replay': { roles: DESK, reach: 'whole', label: '重新推送' },
  'overview.read': { roles: OVERSIGHT, reach: 'whole', label: '查看总览' },
  'hot-issues.read': { roles: OVERSIGHT, reach: 'whole', label: '查看热点' },
  'bulletins.read': { roles: OVERSIGHT, reach: 'whole', label: '查看通报' },
  'ledger.read': { roles: OVERSIGHT, reach: 'whole', label: '查看总账' },
  'platforms.read': { roles: OVERSIGHT, reach: 'whole', label: '查看平台' },
  'platforms.operate': { roles: DESK, reach: 'whole', label: '暂停、恢复与核对平台' },
  'quarantine.read': { roles: OVERSIGHT, reach: 'whole', label: '查看隔离区' },
  'quarantine.retry': { roles: DESK, reach: 'whole', label: '重试隔离记录' },
  'endpoints.read': { roles: OVERSIGHT, reach: 'whole', label: '查看部门接口' },
  'endpoints.change': { roles: ADMIN, reach: 'whole', label: '修改部门接口' },
  'duty-list.read': { roles: OVERSIGHT, reach: 'whole', label: '查看职责清单' },
  'duty-list.change': { roles: ['supervisor', 'admin'], reach: 'whole', label: '修改职责清单' },
  'people.manage': { roles: ADMIN, reach: 'whole', label: '管理人员' },
  'api-keys.manage': { roles: ADMIN, reach: 'whole', label: '管理接口密钥' },
  'audit.read': { roles: ['auditor', 'admin'], reach: 'whole', label: '查看审计' },
} as const satisfies Readonly<Record<string, Rule>>;
export type Permission = keyof typeof PERMISSIONS;

/** The only place that decides: whether somebody of that standing may ask at all; which cases they see is their scope's. */
export function mayDo({ role, scope }: Standing, permission: Permission): boolean {
  const { roles, reach }: Rule = PERMISSIONS[permission];
  return roles.includes(role) && (reach !== 'whole' || scope.kind === 'all');
}

/** What a key that fell into wrong hands must not do: make itself a home. */
const PEOPLE_ONLY: readonly Permission[] = ['self.manage', 'people.manage', 'api-keys.manage'];

/** Whether a program with a key of the right role may ask it as well. */
export const mayKeysDo = (permission: Permission): boolean => !PEOPLE_ONLY.includes(permission);

/** All that somebody may ask, for the page that draws its menu by it. */
export const permissionsOf = (standing: Standing): Permission[] =>
  (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => mayDo(standing, permission));
