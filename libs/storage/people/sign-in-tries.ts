import type { DataSource, EntityManager } from 'typeorm';
import { transact } from '../transact.js';

/** Something tries are counted for; `key` in hex. */
interface TryCount {
  readonly key: string;
  readonly free: number;
  readonly longestWaitSeconds: number;
}

interface CountedTry {
  readonly pair: TryCount;
  readonly address: TryCount;
  readonly name: TryCount;
}

/** A day after the last try all is forgotten, and some time later swept away. */
const FORGOTTEN_AFTER = "interval '1 day'";
const SWEPT_AFTER = "interval '30 days'";

/** Counts a try unless its wait lasts; after the free ones each doubles the wait that follows it. */
const TAKE = `
insert into sign_in_tries as t (key, count, wait_until, last_at) values (decode($1, 'hex'), 1, $2, $2)
on conflict (key) do update set
  count = case when t.last_at < $2 - ${FORGOTTEN_AFTER} then 1 else t.count + 1 end,
  last_at = $2,
  wait_until = case
    when t.last_at < $2 - ${FORGOTTEN_AFTER} or t.count + 1 <= $3 then $2
    else $2 + least($4, power(2, least(t.count - $3, 20))) * interval '1 second' end
where t.wait_until <= $2
returning true as taken`
  .replaceAll('$2', '$2::timestamptz')
  .replaceAll('$3', '$3::int')
  .replaceAll('$4', '$4::float8');

/** Tries to sign in, counted where every process sees them and a restart forgets none. */
export class SignInTries {
  constructor(private readonly source: DataSource) {}

  /** Takes a try before the password is looked at, so that a hundred at once are not one; when it must wait, until when. */
  take({ pair, address, name }: CountedTry, now: Date): Promise<Date | undefined> {
    return transact(this.source, async (manager) => {
      const counted = (await this.isKnown(manager, pair)) ? [address, pair] : [address, name, pair];
      const until = await this.waitOf(manager, counted, now);
      if (until !== undefined) return until;
      // Always in the same order, so that two never hold what the other waits for; each sees what the one before wrote.
      for (const count of counted) {
        const taken = await manager.query<unknown[]>(TAKE, [count.key, now, count.free, count.longestWaitSeconds]);
        if (taken.length === 0) return (await this.waitOf(manager, counted, now)) ?? now;
      }
      return undefined;
    });
  }

  /** A right password makes good what went before at this desk, and lets it pass when others guess at the name. */
  async succeeded({ pair, address, name }: CountedTry, now: Date): Promise<void> {
    await transact(this.source, async (manager) => {
      await manager.query(`update sign_in_tries set count = 0, wait_until = $2, is_known = true where key = decode($1, 'hex')`, [
        pair.key,
        now,
      ]);
      const others = [address.key, name.key];
      await manager.query(
        `update sign_in_tries set count = greatest(count - 1, 0) where key in (decode($1, 'hex'), decode($2, 'hex'))`,
        others,
      );
      await manager.query(`delete from sign_in_tries where last_at < $1::timestamptz - ${SWEPT_AFTER}`, [now]);
    });
  }

  private async isKnown(manager: EntityManager, { key }: TryCount): Promise<boolean> {
    const sql = `select 1 from sign_in_tries where key = decode($1, 'hex') and is_known`;
    return (await manager.query<unknown[]>(sql, [key])).length > 0;
  }

  private async waitOf(manager: EntityManager, counted: readonly TryCount[], now: Date): Promise<Date | undefined> {
    const [{ until }] = await manager.query<{ until: Date | null }[]>(
      `select max(wait_until) as until from sign_in_tries where key = any(select decode(k, 'hex') from unnest($1::text[]) k) and wait_until > $2`,
      [counted.map(({ key }) => key), now],
    );
    return until ?? undefined;
  }
}
