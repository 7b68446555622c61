import { type HubError, RejectedError, toHubError } from '#domain/errors.js';
import { outcomeOfReadBack } from '#domain/delivery/settle-attempt.js';
import type { ExternalId, PlatformId } from '#domain/ids.js';
import type { TakenDelivery } from '#domain/ports/delivery-store.js';
import type { PlatformAdapter, PlatformUpdate } from '#domain/ports/platform-adapter.js';
import type { Platforms } from '#domain/ports/platforms.js';
import type { Attempt } from './deliver-due.js';
import { Courier } from './deliver-due.js';

/**
 * Writes answers back to source platforms, verified: after writing it looks, and a write whose outcome is unknown is looked
 * for before it is made again, so that no citizen is answered twice.
 */
export class WriteBackCourier extends Courier {
  /** Three calls of the adapters' usual 15 s, and time to write down what came of them. */
  readonly leaseMs = 60_000;

  constructor(private readonly platforms: Platforms) {
    super();
  }

  async carry(delivery: TakenDelivery, signal: AbortSignal): Promise<Attempt> {
    const adapter = this.platforms.find(delivery.target as PlatformId)?.adapter;
    if (!adapter?.pushUpdate) return { kind: 'hopeless', reason: `${delivery.target} takes no answers` };
    const update = toUpdate(delivery);
    try {
      if (delivery.wasUnknown && adapter.readBack) {
        const seen = await adapter.readBack(update, signal);
        if (seen.kind !== 'absent') return outcomeOfReadBack(seen);
      }
      await adapter.pushUpdate(update, signal);
      return await verify(adapter, update, signal);
    } catch (thrown) {
      return outcomeOfError(toHubError(thrown));
    }
  }
}

async function verify(adapter: PlatformAdapter, update: PlatformUpdate, signal: AbortSignal): Promise<Attempt> {
  if (!adapter.readBack) return { kind: 'confirmed' };
  const seen = await adapter.readBack(update, signal);
  // Accepted but not shown yet: a look later decides, another write would double the answer.
  return seen.kind === 'shown' ? { kind: 'confirmed' } : { kind: 'unknown', reason: `written, ${seen.kind} when read back` };
}

/** Only a refusal of the request itself is hopeless; credentials and addresses get mended, and the answer then goes out. */
function outcomeOfError(error: HubError): Attempt {
  const reason = `${error.code}: ${error.message}`;
  if (error instanceof RejectedError) return { kind: 'hopeless', reason };
  return { kind: 'unknown', reason };
}

function toUpdate(delivery: TakenDelivery): PlatformUpdate {
  const { externalId, text, department } = delivery.payload as { externalId: ExternalId; text: string; department: string };
  const kind = delivery.type === 'progress' ? 'progress' : 'answer';
  return { externalId, reference: delivery.id, kind, text, department, at: delivery.createdAt };
}
