import { expect } from '@jest/globals';
import { RejectedError, TransientError } from '#domain/errors.js';
import type { PlatformUpdate } from '#domain/ports/platform-adapter.js';
import { anUpdate } from '../an-update.js';
import { group } from '../suite.js';
import type { Subject } from '../load-kinds.js';
import type { Stand } from '../stand.js';
import { never } from './never.js';

/** Three records on the platform, and an answer to the second. */
async function answerable(stand: Stand, change: Partial<PlatformUpdate> = {}): Promise<PlatformUpdate> {
  await stand.put(...stand.records(3));
  return anUpdate(stand.id(1), change);
}

async function expectFound(stand: Stand, update: PlatformUpdate): Promise<void> {
  const adapter = stand.adapter();
  expect(await adapter.readBack!(update, never)).toEqual({ kind: 'absent' });
  await adapter.pushUpdate!(update, never);
  await stand.turn();
  expect(await stand.adapter().readBack!(update, never)).toEqual({ kind: 'shown' });
  const [kept] = stand.book.find(stand.platform, stand.record(1).externalId)!.answers;
  expect(kept).toEqual({
    reference: 'ref-0001',
    final: update.kind === 'answer',
    text: '路面已于今日修补，感谢您的反映。<完>&"',
    department: '城市管理局',
    at: new Date('2026-11-22T03:30:00Z'),
    ...stand.kind.answerKept,
  });
}

/** What every adapter that writes answers back must keep. */
export function writingCases(subject: Subject): void {
  group('writing', subject, (test) => {
    test('finds its own answer at the platform', async (stand) => expectFound(stand, await answerable(stand)));

    test('finds its own progress at the platform', async (stand) =>
      expectFound(stand, await answerable(stand, { kind: 'progress' })));

    test('writes an answer twice without making two of it', async (stand) => {
      const update = await answerable(stand);
      const adapter = stand.adapter();
      for (let time = 0; time < 2; time++) {
        await adapter.pushUpdate!(update, never);
        await stand.turn();
      }
      expect(stand.book.find(stand.platform, stand.record(1).externalId)!.answers.length).toBe(1);
    });

    test('still finds progress after the final answer', async (stand) => {
      const progress = await answerable(stand, { reference: 'ref-0000', kind: 'progress', text: '已派人前往。' });
      const adapter = stand.adapter();
      await adapter.pushUpdate!(progress, never);
      await adapter.pushUpdate!(anUpdate(stand.id(1)), never);
      await stand.turn();
      expect(await adapter.readBack!(progress, never)).toEqual({ kind: 'shown' });
    });

    test('gives up an answer to a record that the platform does not know', async (stand) => {
      await answerable(stand);
      const adapter = stand.adapter();
      const update = anUpdate('20991231000000');
      const attempt = async (): Promise<unknown> => {
        await adapter.pushUpdate!(update, never);
        await stand.turn();
        return adapter.readBack!(update, never);
      };
      await expect(attempt()).rejects.toBeInstanceOf(RejectedError);
    });
  });
}

/** What every adapter must make of a write over HTTP that ends in the dark. */
export function outcomeCases(subject: Subject): void {
  group('outcomes', subject, (test) => {
    test('leaves the outcome unknown when the platform fails, and reading back says that nothing was kept', async (stand) => {
      const update = await answerable(stand);
      stand.interfere({ answer: () => ({ status: 500, body: '<html>Server Error</html>' }) });
      await expect(stand.adapter().pushUpdate!(update, never)).rejects.toBeInstanceOf(TransientError);
      stand.interfere({});
      expect(await stand.adapter().readBack!(update, never)).toEqual({ kind: 'absent' });
    });

    test('leaves the outcome unknown when the platform breaks off after keeping the answer, and reading back says that it was kept', async (stand) => {
      const update = await answerable(stand);
      const adapter = stand.adapter();
      await adapter.check(never); // whatever it must fetch first, it has
      stand.interfere({ bytes: (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)) });
      await expect(adapter.pushUpdate!(update, never)).rejects.toBeInstanceOf(TransientError);
      stand.interfere({});
      expect(await stand.adapter().readBack!(update, never)).toEqual({ kind: 'shown' });
    });

    test('leaves the outcome unknown when the platform keeps the answer and stays silent, and reading back says that it was kept', async (stand) => {
      const update = await answerable(stand);
      const adapter = stand.adapter({ timeoutSeconds: 1 });
      await adapter.check(never);
      stand.interfere({ silent: true });
      await expect(adapter.pushUpdate!(update, never)).rejects.toBeInstanceOf(TransientError);
      stand.interfere({});
      expect(await stand.adapter().readBack!(update, never)).toEqual({ kind: 'shown' });
    });
  });
}
