import type { DataSource } from 'typeorm';
import type { CaseScope } from '#identity/access/case-scope.js';
import { scopeCondition } from '#identity/access/case-scope.js';
import { undertakingCondition } from '#identity/access/undertaking-scope.js';
import { ask } from '../reading/ask.js';
import { Conditions } from '../reading/conditions.js';

/** Whether what an address names lies in somebody's scope. What is not there lies in none. */
export class ScopeGate {
  constructor(private readonly source: DataSource) {}

  /** All of them. */
  async seesCases(scope: CaseScope, numbers: readonly string[]): Promise<boolean> {
    const wanted = [...new Set(numbers)];
    const where = new Conditions().add('c.number = any(?::text[])', wanted);
    const seen = await this.count('cases c', scopeTo(where, scope));
    return seen === wanted.length;
  }

  /** Both cases of the question. */
  async seesSuggestion(scope: CaseScope, id: string): Promise<boolean> {
    const where = new Conditions().add('s.id = ?::bigint', id);
    const from = `match_suggestions s join reports r on r.id in (s.report_id, s.nearest) join cases c on c.id = r.case_id`;
    return (await this.count(from, scopeTo(where, scope))) === 2;
  }

  async seesUndertaking(scope: CaseScope, id: string): Promise<boolean> {
    const { sql, values } = undertakingCondition(scope);
    const where = new Conditions().add('u.id = ?::uuid', id).add(sql, ...values);
    return (await this.count('undertakings u', where)) === 1;
  }

  private async count(from: string, where: Conditions): Promise<number> {
    const sql = `select count(*)::int as count from ${from} where ${where}`;
    const [{ count }] = await ask<{ count: number }>(this.source, sql, where.parameters);
    return count;
  }
}

function scopeTo(where: Conditions, scope: CaseScope): Conditions {
  const { sql, values } = scopeCondition(scope);
  return where.add(sql, ...values);
}
