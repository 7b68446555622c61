import type { DataSource } from 'typeorm';
import type { SecretSeal } from '#domain/ports/secret-seal.js';
import type { IdentityVault, RecordSeal, SealOwner } from '#domain/ports/vault.js';
import { hex, json } from '../insert-rows.js';
import { transact } from '../transact.js';

/** What opens and closes the seals of the tables. */
interface Seals {
  readonly vault: IdentityVault;
  readonly records: RecordSeal;
  readonly secrets: SecretSeal;
}

interface SealedRow extends SealOwner {
  readonly key: string;
  readonly owner: string;
  readonly sealed: Buffer;
}

/** A column of seals. `owner` and its two parts are what the seals are bound to. */
interface SealedColumn {
  readonly table: string;
  /** Of `id`. */
  readonly keyType: 'uuid' | 'bigint';
  readonly column: string;
  readonly isSealed: string;
  readonly owner: string;
  readonly again: (row: SealedRow, seals: Seals) => Uint8Array | undefined;
}

const OF_PLATFORM = `platform, external_id as "externalId", '' as owner`;

/** Every column of the database that holds seals: whoever adds one adds it here, or a rotation leaves it behind. */
const COLUMNS: readonly SealedColumn[] = [
  {
    table: 'reports',
    keyType: 'uuid',
    column: 'sealed_reporter',
    isSealed: 'sealed_reporter is not null',
    owner: OF_PLATFORM,
    again: (row, { vault }) => {
      const hidden = vault.open(row.sealed, row);
      return hidden && vault.seal(hidden, row);
    },
  },
  {
    table: 'records',
    keyType: 'bigint',
    column: 'bytes',
    isSealed: `sealed and bytes <> ''`,
    owner: OF_PLATFORM,
    again: (row, { records }) => {
      const bytes = records.open(row.sealed, row);
      return bytes && records.seal(bytes, row);
    },
  },
  {
    table: 'endpoint_secrets',
    keyType: 'bigint',
    column: 'sealed',
    isSealed: 'true',
    owner: `'endpoint:' || department as owner`,
    again: secretAgain,
  },
  {
    table: 'operators',
    keyType: 'uuid',
    column: 'totp_secret',
    isSealed: 'totp_secret is not null',
    owner: `'totp:' || id as owner`,
    again: secretAgain,
  },
];

function secretAgain({ sealed, owner }: SealedRow, { secrets }: Seals): Uint8Array | undefined {
  const secret = secrets.open(sealed, owner);
  return secret === undefined ? undefined : secrets.seal(secret, owner);
}

/** The id of the key that a seal needs stands in its head. */
const keyOf = (column: string): string => `convert_from(substring(${column} from 3 for get_byte(${column}, 1)), 'UTF8')`;

/** How many seals need a key. */
interface KeyUse {
  readonly key: string;
  readonly seals: number;
}

/** Makes seals anew with the active key, some at a time; what was done is not done again, so it can be broken off. */
export class Resealing {
  constructor(
    private readonly source: DataSource,
    private readonly seals: Seals,
  ) {}

  /** Seals with the active key what another key has sealed; `told` hears after each batch. Returns how many could not be opened. */
  async reseal(active: string, batch: number, told: (table: string, seals: number) => void): Promise<number> {
    let lost = 0;
    for (const column of COLUMNS) lost += await this.resealColumn(column, active, batch, told);
    return lost;
  }

  /** The keys that something in the database needs still. */
  async keysInUse(): Promise<KeyUse[]> {
    const uses = COLUMNS.map(({ table, column, isSealed }) => `select ${keyOf(column)} as key from ${table} where ${isSealed}`);
    return this.source.query<KeyUse[]>(
      `select key, count(*)::int as seals from (${uses.join(' union all ')}) used group by key order by key`,
    );
  }

  private async resealColumn(
    of: SealedColumn,
    active: string,
    batch: number,
    told: (table: string, seals: number) => void,
  ): Promise<number> {
    const { table, keyType, column, isSealed, owner } = of;
    const page = `select id::text as key, ${column} as sealed, ${owner} from ${table}
      where ${isSealed} and ${keyOf(column)} <> $1 and ($2::${keyType} is null or id > $2::${keyType}) order by id limit $3`;
    const replace = `update ${table} t set ${column} = r.fresh from json_to_recordset($1::json) as r(key ${keyType}, old bytea, fresh bytea)
      where t.id = r.key and t.${column} = r.old`;
    let [after, lost]: [string | null, number] = [null, 0];
    for (;;) {
      const rows: SealedRow[] = await this.source.query<SealedRow[]>(page, [active, after, batch]);
      if (rows.length === 0) return lost;
      const changed = rows.flatMap((row) => {
        const fresh = of.again(row, this.seals);
        return fresh ? [{ key: row.key, old: hex(row.sealed), fresh: hex(fresh) }] : [];
      });
      await transact(this.source, (manager) => manager.query(replace, [json(changed)]));
      lost += rows.length - changed.length;
      told(table, changed.length);
      after = rows[rows.length - 1].key;
    }
  }
}
