import { Defect } from '#domain/errors.js';
import { ReporterVault } from '#domain/ports/vault.js';
import type { SealedReporter } from '#domain/report/normalise-report.js';
import type { Reporter } from '#domain/report/report.js';
import type { VaultKeys } from './vault/load-key-ring.js';
import { hashPhone } from './vault/phone.js';
import { open, seal } from './vault/vault.js';

/** The vault over a key ring. */
export class SealingVault extends ReporterVault {
  constructor(private readonly keys: VaultKeys) {
    super();
  }

  seal(reporter: Reporter): SealedReporter {
    const hash = reporter.phone === undefined ? undefined : hashPhone(reporter.phone, this.keys.phonePepper);
    return { hash, sealed: seal(reporter, this.keys.ring) };
  }

  open(sealed: Uint8Array): Reporter {
    const opened = open(sealed, this.keys.ring);
    if (opened.kind === 'refused') throw new Defect('DEFECT', `a sealed reporter cannot be opened: ${opened.reason}`);
    return opened.reporter;
  }
}
