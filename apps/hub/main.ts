import { Command } from 'commander';
import { registerAdapter } from './commands/adapter.js';
import { registerAudit } from './commands/audit.js';
import { registerBulletin } from './commands/bulletin.js';
import { registerClassify } from './commands/classify.js';
import { registerDuty } from './commands/duty.js';
import { registerExport } from './commands/export.js';
import { registerImport } from './commands/import.js';
import { registerPrivacy } from './commands/privacy.js';
import { registerLedger } from './commands/ledger.js';
import { registerReconcile } from './commands/reconcile.js';
import { registerMatch } from './commands/match.js';
import { registerRoute } from './commands/route.js';
import { registerServe } from './commands/serve.js';
import { registerStart } from './commands/start.js';
import { keepHeapModest } from './modest-heap.js';
import { reportError } from './report-error.js';

keepHeapModest();
const program = new Command('huiliu').description('Huiliu 汇流: the multi-network integration hub');
registerStart(program);
registerServe(program);
registerLedger(program);
registerReconcile(program);
registerAudit(program);
registerBulletin(program);
registerAdapter(program);
registerImport(program);
registerExport(program);
registerMatch(program);
registerRoute(program);
registerClassify(program);
registerDuty(program);
registerPrivacy(program);

await program.parseAsync(process.argv.slice(2), { from: 'user' }).catch((thrown: unknown) => {
  process.exitCode = reportError(thrown);
});
