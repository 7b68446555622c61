import { HubError, TransientError } from '#domain/errors.js';

/** SQLSTATE codes that say "not now": the same work may well succeed when it is tried again. */
const BUSY_CODES: ReadonlySet<string> = new Set([
  '40001', // serialization failure
  '40P01', // deadlock, another transaction won
  '53300', // too many connections
  '55P03', // lock not available
]);
const AWAY_CODES: ReadonlySet<string> = new Set([
  '57P01', // server is shutting down
  '57P02',
  '57P03', // server is starting up
  '08000',
  '08003',
  '08006',
]);
const UNREACHABLE =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|Connection terminated|connection timeout|Client has encountered|runner already released|Driver not Connected/i;

/** Whether the same work in a new transaction has a chance; of two workers that opened the same row, the second then finds it. */
export const isConflict = (thrown: unknown): boolean => ['40001', '40P01', '23505'].includes(codeOf(thrown));

/** What PostgreSQL or the road to it threw, as a TransientError where waiting helps; anything else as it is. */
export function translateDatabaseError(thrown: unknown): unknown {
  if (thrown instanceof HubError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const code = codeOf(thrown);
  if (BUSY_CODES.has(code)) return new TransientError('DATABASE_BUSY', `PostgreSQL: ${message}`, { cause: thrown });
  if (!AWAY_CODES.has(code) && !UNREACHABLE.test(`${code} ${message}`)) return thrown;
  return new TransientError('DATABASE_UNREACHABLE', `PostgreSQL: ${message}`, { cause: thrown });
}

function codeOf(thrown: unknown): string {
  const inner = (thrown as { driverError?: unknown } | null)?.driverError ?? thrown;
  const code = (inner as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
