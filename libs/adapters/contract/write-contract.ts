import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RejectedError, TransientError } from '#domain/errors.js';
import { anUpdate } from './an-update.js';
import { Stand } from './stand.js';

const never = new AbortController().signal;

/** What every adapter that writes answers back must keep. */
export function writeContract(kind: string): void {
  describe('writing back', () => {
    let stand: Stand;
    let id: string;
    beforeEach(async () => {
      stand = await Stand.open(kind);
      stand.book.put(...stand.records(3));
      id = stand.record(1).externalId;
      await stand.turn();
    });
    afterEach(() => stand.close());

    it.each(['answer', 'progress'] as const)('finds its own %s at the platform', async (updateKind) => {
      const update = anUpdate(id, { kind: updateKind });
      const adapter = stand.adapter();
      expect(await adapter.readBack!(update, never)).toEqual({ kind: 'absent' });
      await adapter.pushUpdate!(update, never);
      await stand.turn();
      expect(await stand.adapter().readBack!(update, never)).toEqual({ kind: 'shown' });
      const [kept] = stand.book.find(stand.platform, id)!.answers;
      expect(kept).toEqual({
        reference: 'ref-0001',
        final: updateKind === 'answer',
        text: '路面已于今日修补，感谢您的反映。<完>&"',
        department: '城市管理局',
        at: new Date('2026-11-22T03:30:00Z'),
      });
    });

    it('writes an answer twice without making two of it', async () => {
      const adapter = stand.adapter();
      for (let time = 0; time < 2; time++) {
        await adapter.pushUpdate!(anUpdate(id), never);
        await stand.turn();
      }
      expect(stand.book.find(stand.platform, id)!.answers.length).toBe(1);
    });

    it('still finds progress after the final answer', async () => {
      const adapter = stand.adapter();
      const progress = anUpdate(id, { reference: 'ref-0000', kind: 'progress', text: '已派人前往。' });
      await adapter.pushUpdate!(progress, never);
      await adapter.pushUpdate!(anUpdate(id), never);
      await stand.turn();
      expect(await adapter.readBack!(progress, never)).toEqual({ kind: 'shown' });
    });

    it('gives up an answer to a record that the platform does not know', async () => {
      const adapter = stand.adapter();
      const update = anUpdate('20991231000000');
      const attempt = async (): Promise<unknown> => {
        await adapter.pushUpdate!(update, never);
        await stand.turn();
        return adapter.readBack!(update, never);
      };
      await expect(attempt()).rejects.toBeInstanceOf(RejectedError);
    });

    if (kind === 'file-drop') return;

    it('leaves the outcome unknown when the platform fails, and reading back says that nothing was kept', async () => {
      stand.behave({ serverError: 1 });
      await expect(stand.adapter().pushUpdate!(anUpdate(id), never)).rejects.toBeInstanceOf(TransientError);
      stand.behave({});
      expect(await stand.adapter().readBack!(anUpdate(id), never)).toEqual({ kind: 'absent' });
    });

    if (kind === 'grid-push') return; // answers a write with 204 and no body that could be cut

    it('leaves the outcome unknown when the platform breaks off, and reading back says that the answer was kept', async () => {
      stand.behave({ truncatedBody: 1 });
      await expect(stand.adapter().pushUpdate!(anUpdate(id), never)).rejects.toBeInstanceOf(TransientError);
      stand.behave({});
      expect(await stand.adapter().readBack!(anUpdate(id), never)).toEqual({ kind: 'shown' });
    });
  });
}
