import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { PlatformUpdate } from '#domain/ports/platform-adapter.js';

/** An answer to one record. */
export const anUpdate = (externalId: string, change: Partial<PlatformUpdate> = {}): PlatformUpdate => ({
  externalId: as<ExternalId>(externalId),
  reference: 'ref-0001',
  kind: 'answer',
  text: '路面已于今日修补，感谢您的反映。<完>&"',
  department: '城市管理局',
  at: new Date('2026-11-22T03:30:00Z'),
  ...change,
});
