import type { DataSource } from 'typeorm';
import { ask } from '../reading/ask.js';

/** Second factors: sealed secrets, the newest step used, and recovery codes by their hash in hex. */
export class SecondFactors {
  constructor(private readonly source: DataSource) {}

  /** Keeps an offered secret until it is confirmed; false when the person has a factor already. */
  async offer(operatorId: string, sealed: Buffer): Promise<boolean> {
    return this.change(
      'update operators set totp_secret = $2, totp_step = null where id = $1 and totp_since is null returning 1 as changed',
      [operatorId, sealed],
    );
  }

  /** From now on asked for. The recovery codes replace all there were. */
  async confirm(operatorId: string, step: number, codeHashes: readonly string[], at: Date): Promise<boolean> {
    return this.change(
      `with confirmed as (update operators set totp_since = $3, totp_step = $2 where id = $1 and totp_since is null returning id),
         old as (delete from recovery_codes where operator_id in (select id from confirmed)),
         codes as (insert into recovery_codes (operator_id, code_hash)
           select id, decode(code, 'hex') from confirmed, unnest($4::text[]) code returning 1)
       select 1 from confirmed`,
      [operatorId, step, at, codeHashes],
    );
  }

  /** Takes a step once: of two requests with the same code one is right. */
  async takeStep(operatorId: string, step: number): Promise<boolean> {
    return this.change(
      'update operators set totp_step = $2 where id = $1 and coalesce(totp_step, 0) < $2 returning 1 as changed',
      [operatorId, step],
    );
  }

  /** Takes a recovery code once. */
  async takeCode(operatorId: string, codeHash: string, at: Date): Promise<boolean> {
    return this.change(
      `update recovery_codes set used_at = $3 where operator_id = $1 and code_hash = decode($2, 'hex') and used_at is null returning 1`,
      [operatorId, codeHash, at],
    );
  }

  async remove(operatorId: string): Promise<void> {
    await ask(
      this.source,
      `with codes as (delete from recovery_codes where operator_id = $1)
       update operators set totp_secret = null, totp_since = null, totp_step = null where id = $1`,
      [operatorId],
    );
  }

  /** A bare update answers with its rows and their number; wrapped, the rows tell. */
  private async change(sql: string, parameters: readonly unknown[]): Promise<boolean> {
    const wrapped = sql.startsWith('with') ? sql : `with changed as (${sql}) select * from changed`;
    return (await ask(this.source, wrapped, parameters)).length > 0;
  }
}
