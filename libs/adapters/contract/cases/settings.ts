import { inspect } from 'node:util';
import { expect } from '@jest/globals';
import { OperatorError } from '#domain/errors.js';
import { ADAPTERS, createAdapter } from '../../adapters.js';
import { secretFields } from '../../secret-field.js';
import { group } from '../suite.js';
import type { Subject } from '../load-kinds.js';
import { never } from './never.js';

/** What making an adapter and asking it about itself must keep. */
export function settingsCases(subject: Subject): void {
  const { name } = subject;
  const attempt = (settings: Readonly<Record<string, unknown>>) => () => createAdapter(name, settings);

  group('settings', subject, (test) => {
    test('names every fault of the settings at once', () => {
      expect(attempt({ zone: 'Mars/Olympus', pageSizes: 3 })).toThrow(OperatorError);
      expect(attempt({ zone: 'Mars/Olympus', pageSizes: 3 })).toThrow(/pageSizes.*zone|zone.*pageSizes/s);
    });

    test('tells no secret when it refuses settings', () => {
      const secrets = Object.fromEntries(secretFields(ADAPTERS[name].settings).map((field) => [field, 'open-sesame']));
      expect(attempt({ ...secrets, nonsense: true })).toThrow(/^(?!.*sesame).*$/s);
    });

    test('shows no secret when it is printed', async (stand) => {
      const secrets = secretFields(ADAPTERS[name].settings).filter((field) => field in stand.settings);
      const adapter = stand.adapter();
      await adapter.check(never); // a token that was fetched must not show either
      const printed = inspect(adapter, { depth: 12, showHidden: false }) + JSON.stringify(adapter);
      for (const secret of secrets) expect(printed).not.toContain(String(stand.settings[secret]));
    });

    test('describes itself as its kind and says what it can do', (stand) => {
      const adapter = stand.adapter();
      const { kind, title, capabilities } = adapter.describe();
      expect(kind).toBe(name);
      expect(title).toMatch(/\p{Script=Han}|Open311/u);
      expect(capabilities.includes('pull')).toBe(adapter.pull !== undefined);
      expect(capabilities.includes('receive')).toBe(adapter.receive !== undefined);
      expect(capabilities.includes('push-update')).toBe(adapter.pushUpdate !== undefined);
      expect(adapter.readBack !== undefined).toBe(adapter.pushUpdate !== undefined);
    });

    test('says that a platform in order is in order', async (stand) => {
      await stand.put(...stand.records(3));
      expect(await stand.adapter().check(never)).toMatchObject({ kind: 'ok', detail: expect.any(String) });
    });
  });
}
