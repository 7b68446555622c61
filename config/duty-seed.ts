import type { DutyList } from '#domain/routing/duty-list.js';
import type { OwnDuties } from '#domain/routing/own-duties.js';
import type { ConfigFault } from './config-fault.js';
import { readDutyLines, type DutiesFile } from './files/duties.file.js';
import type { DefaultList } from './files/duty-list.file.js';
import { DutyReader } from './files/duty-reader.js';
import type { KnownNames } from './files/known-names.js';
import { plainDuties, writeDuties } from './files/own-duties.js';
import type { YamlFile } from './files/yaml-file.js';

/** Own duties laid over the default list, and how `duties.yaml` would say them; no list where there are faults. */
export interface LaidOwnDuties {
  readonly yaml: string;
  readonly duties?: DutyList;
  readonly faults: readonly ConfigFault[];
}

/** What a configuration folder says of duties, to be edited: its own rules, and what follows when others take their place. */
export interface DutySeed {
  readonly own: OwnDuties;
  /** Lays own duties over the default list as at the start; all that is wrong with them comes at once. */
  lay(own: OwnDuties): LaidOwnDuties;
}

const NO_DUTIES: OwnDuties = { duties: [], componentOwners: [], territory: {} };

/** `open` makes a file of a text whose faults end in `faults`, where those of the default list end as well. */
export const dutySeed = (
  own: DutiesFile | undefined,
  open: (text: string) => YamlFile,
  faults: ConfigFault[],
  { list, known }: { readonly list: DefaultList; readonly known: KnownNames },
): DutySeed => ({
  own: own ? plainDuties(own) : NO_DUTIES,
  lay(rules) {
    const before = faults.length;
    const yaml = writeDuties(rules);
    const file = open(yaml);
    const content = readDutyLines(file);
    const duties = content && new DutyReader(file, content, list, known).read();
    const found = faults.splice(before);
    return { yaml, faults: found, ...(found.length === 0 && { duties }) };
  },
});
