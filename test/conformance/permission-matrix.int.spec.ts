import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { format, resolveConfig } from 'prettier';
import type { AdminRoute } from '#apps/api/admin/session/route-rules.js';
import { projectRoot } from '#config/project-root.js';
import { docsAreWritten } from '#test/support/docs-are-written.js';
import { readDocument, readTable } from '#test/docs/document.js';
import type { Asker, Reply } from '#test/support/matrix/matrix-hub.js';
import { MatrixHub } from '#test/support/matrix/matrix-hub.js';
import { FOREIGN_WORDS, NAMED, OWN_WORDS } from '#test/support/matrix/two-of-everything.js';

const PAGE = join(projectRoot(), 'docs/access.md');
const ROLES = ['dispatcher', 'supervisor', 'department', 'street', 'grid-worker', 'auditor', 'admin'];
/** Every role with every kind of scope that goes with it. */
const ASKERS: readonly Asker[] = [
  ...['dispatcher', 'supervisor', 'auditor', 'admin'].map((role) => ({ role, kind: 'all', ids: [] })),
  ...['dispatcher', 'supervisor', 'auditor', 'street'].map((role) => ({ role, kind: 'street', ids: ['云岚街道'] })),
  ...['auditor', 'department'].map((role) => ({ role, kind: 'department', ids: ['transport'] })),
  { role: 'grid-worker', kind: 'grid', ids: ['370299001001001'] },
];
const UNKNOWN = ['CASE_UNKNOWN', 'SUGGESTION_UNKNOWN', 'UNDERTAKING_UNKNOWN'];
/** An id of nothing. Each request has a session of its own: some of them end it. */
const NOBODY = '0190a000-0000-7000-8000-00000000ffff';

type Side = keyof typeof NAMED;

/** The address with what it names; whatever is no case, suggestion or undertaking is not there at all. */
function addressOf({ path, rule }: AdminRoute, side: Side): string {
  const named = NAMED[side];
  const subject = rule?.subject;
  const id = subject === 'suggestion' ? named.suggestion : subject === 'undertaking' ? named.undertaking : NOBODY;
  return path
    .replace(':number', named.number)
    .replace(/\/reports\/:\w+/, `/reports/${named.report}`)
    .replace(/\/deliveries\/:\w+/, `/deliveries/${named.delivery}`)
    .replace(':id', id)
    .replace(':department', 'transport')
    .replace(/:\w+/g, NOBODY);
}

/** Names a case in every way a body can; a handler that knows no such field says so, after the guard. */
const bodyOf = (side: Side) => ({ numbers: [NAMED[side].number], caseNumber: NAMED[side].number });

/** Who may do what, as people read it. */
const PERMISSIONS = new Map(
  readTable(readDocument('docs/access.md'), 'permission', 'what it lets somebody do', 'reach', ...ROLES).map(
    ([name, , reach, ...marks]) => [name, { reach, roles: ROLES.filter((_, at) => marks[at] === '✓') }],
  ),
);

/** What becomes of a request: it is heard by its handler, whatever that says of it, or the guard answers. */
type Fate = 'heard' | 'forbidden' | 'unknown' | 'broken';

/** By the document. */
function written({ role, kind }: Asker, { rule }: AdminRoute, side: Side): Fate {
  const permission = PERMISSIONS.get(rule?.permission ?? '');
  const isNarrow = kind !== 'all';
  if (!permission?.roles.includes(role) || (permission.reach === 'whole' && isNarrow)) return 'forbidden';
  const isLookedUp = rule?.subject !== undefined && rule.subject !== 'list';
  return isNarrow && side === 'foreign' && isLookedUp ? 'unknown' : 'heard';
}

/** By the hub. */
function answered({ status, code }: Reply): Fate {
  if (status >= 500 || status === 401) return 'broken';
  if (status === 403) return code === 'FORBIDDEN' ? 'forbidden' : 'broken';
  return UNKNOWN.includes(code ?? '') ? 'unknown' : 'heard';
}

describe('who may do what', () => {
  let hub: MatrixHub;

  beforeAll(async () => {
    hub = await MatrixHub.open();
  }, 300_000);
  afterAll(() => hub?.end());

  it('stands in docs/access.md, route by route (write it with WRITE_DOCS=1)', async () => {
    const rows = hub.routes
      .map(
        ({ method, path, rule }) =>
          `| ${method} | \`${path}\` | ${rule ? `\`${rule.permission}\`` : 'open'} | ${rule?.subject ?? ''} |`,
      )
      .sort((one, other) => one.split('|')[2].localeCompare(other.split('|')[2], 'en') || one.localeCompare(other, 'en'));
    const table = ['| method | route | permission | keeps to the scope by |', '| --- | --- | --- | --- |', ...rows].join('\n');
    const [before, after] = readFileSync(PAGE, 'utf8').split(/(?:<!-- routes -->|\n\| method[\s\S]*?)\n+(?=## Signing in)/);
    const page = await format(`${before.trimEnd()}\n\n${table}\n\n${after}`, { ...(await resolveConfig(PAGE)), filepath: PAGE });
    if (docsAreWritten()) writeFileSync(PAGE, page);

    expect(readDocument('docs/access.md')).toBe(page);
  });

  it('is nothing for who is not signed in, but signing in', async () => {
    const open: string[] = [];
    for (const route of hub.routes) {
      const { status } = await hub.ask(route.method, addressOf(route, 'own'));
      if (status !== 401) open.push(`${route.method} ${route.path}`);
    }
    expect(open.sort()).toEqual([
      'GET /api/v1/session/oidc',
      'GET /api/v1/session/oidc/callback',
      'GET /api/v1/session/ways',
      'POST /api/v1/session',
    ]);
  });

  describe.each(ASKERS)('for $role of $kind $ids', (asker) => {
    it.each(['own', 'foreign'] as const)(
      'is what the document says: %s',
      async (side) => {
        const wrong: string[] = [];
        for (const route of hub.routes.filter(({ rule }) => rule !== undefined)) {
          const address = addressOf(route, side);
          const reply = await hub.ask(route.method, address, await hub.tokenOf(asker), bodyOf(side));
          const leaks = asker.kind !== 'all' && reply.text.includes(FOREIGN_WORDS);
          if (answered(reply) !== written(asker, route, side) || leaks) {
            wrong.push(
              `${route.method} ${address} → ${reply.status} ${reply.code ?? ''}${leaks ? ' shows what is foreign' : ''}`,
            );
          }
        }
        expect(wrong).toEqual([]);
      },
      400_000,
    );
  });

  it('leaves people what is theirs', async () => {
    const asker = { role: 'department', kind: 'department', ids: ['transport'] };
    for (const path of ['cases', `cases/${NAMED.own.number}`, 'deliveries']) {
      const { status, text } = await hub.ask('GET', `/api/v1/${path}`, await hub.tokenOf(asker));
      expect([path, status, text.includes(path === 'deliveries' ? NAMED.own.number : OWN_WORDS)]).toEqual([path, 200, true]);
    }
  });
});
