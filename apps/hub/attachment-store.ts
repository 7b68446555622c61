import { join } from 'node:path';
import type { HubConfig } from '#config/load-config.js';
import { SqlAttachmentStore } from '#storage/attachments/sql-attachment-store.js';
import type { DataSource } from '#storage/data-source.js';

type Means = ConstructorParameters<typeof SqlAttachmentStore>[3];

/** Attachments lie beside the other files of the hub: processes of the role `api` must share that folder. */
export const attachmentStore = (source: DataSource, { folders, attachments }: HubConfig, means: Means): SqlAttachmentStore =>
  new SqlAttachmentStore(source, join(folders.data, 'attachments'), attachments, means);
