import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqlAttachmentStore } from '#storage/attachments/sql-attachment-store.js';
import { UuidV7 } from '#runtime/uuid-v7.js';
import { endpointRig } from './endpoint-rig.js';

/** A database with cases of gas-supply, and a folder where at most `perCase` files of 10,000 bytes each are kept for one. */
export async function attachmentRig(perCase = 3) {
  const rig = await endpointRig();
  const folder = await mkdtemp(join(tmpdir(), 'attachments-'));
  const means = { clock: rig.clock, ids: new UuidV7() };
  const store = new SqlAttachmentStore(rig.source, folder, { maxBytes: 10_000, perCase }, means);

  return {
    ...rig,
    store,

    /** A case that a department handles; returns its number. */
    async caseOf(lead: string): Promise<string> {
      const id = await rig.owe();
      const [{ number }] = await rig.source.query<{ number: string }[]>(
        `with handled as (select case_id from deliveries where id = $1)
         select number from cases where id = (select case_id from handled)`,
        [id],
      );
      await rig.source.query('update cases set lead = $2 where number = $1', [number, lead]);
      return number;
    },

    /** Names of the files that are there, those under way included. */
    async files(): Promise<string[]> {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    },

    async close(): Promise<void> {
      await rig.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type AttachmentRig = Awaited<ReturnType<typeof attachmentRig>>;
