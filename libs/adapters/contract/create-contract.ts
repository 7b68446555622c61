import { describe, expect, it } from '@jest/globals';
import { OperatorError } from '#domain/errors.js';
import { ADAPTERS, createAdapter } from '../adapters.js';
import { secretFields } from '../secret-field.js';

/** What making an adapter must keep. */
export function createAdapterContract(kind: string): void {
  describe('settings', () => {
    const attempt = (settings: Readonly<Record<string, unknown>>) => () => createAdapter(kind, settings);

    it('names every fault of the settings at once', () => {
      expect(attempt({ zone: 'Mars/Olympus', pageSizes: 3 })).toThrow(OperatorError);
      expect(attempt({ zone: 'Mars/Olympus', pageSizes: 3 })).toThrow(/pageSizes.*zone|zone.*pageSizes/s);
    });

    it('tells no secret when it refuses settings', () => {
      const secrets = Object.fromEntries(secretFields(ADAPTERS[kind].settings).map((name) => [name, 'open-sesame']));
      expect(attempt({ ...secrets, nonsense: true })).toThrow(/^(?!.*sesame).*$/s);
    });

    it('describes itself as its kind', () => {
      expect(Object.keys(ADAPTERS)).toContain(kind);
      expect(() => createAdapter('telex', {})).toThrow(/the kinds are hotline, portal, urban-soap, grid-push, file-drop/);
    });
  });
}
