import { getMetadataStorage } from 'class-validator';
import { ADAPTERS } from '../adapters.js';
import { secretFields } from '../secret-field.js';
import { HttpSettings } from '../transport/http-settings.js';
import { CASES } from './case-names.js';
import type { CaseGroup, CaseName } from './case-names.js';
import type { Subject } from './load-kinds.js';

type SettingsClass = new () => object;

const CAPABILITIES = ['pull', 'receive', 'push-update', 'count'] as const;

const BEGINNING = `# Kinds of adapters

Written by \`WRITE_DOCS=1 npm test -- test/docs/adapters\`; \`npm test\` fails while it does not say what the code does.

A platform is an entry of \`platforms.yaml\` that names a kind and gives its settings. A new kind is made by
\`npm run adapter:new -- KIND\`; [contract-kind.ts](../libs/adapters/contract/contract-kind.ts) says how it joins the contract.
`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

const yes = (is: boolean): string => (is ? '✓' : '');

/** Names of settings, those that are checked; class-validator knows no others. */
function namesOf(settings: SettingsClass): readonly string[] {
  const checks = getMetadataStorage().getTargetValidationMetadatas(settings, '', false, false);
  return [...new Set(checks.map(({ propertyName }) => propertyName))];
}

/** Whether a setting may be left out though it has no default. */
function isOptional(settings: SettingsClass, name: string): boolean {
  const checks = getMetadataStorage().getTargetValidationMetadatas(settings, '', false, false);
  return checks.some(({ propertyName, type }) => propertyName === name && type === 'conditionalValidation');
}

function settingRows(settings: SettingsClass, names: readonly string[]): string[][] {
  const defaults = new settings() as Readonly<Record<string, unknown>>;
  const secrets = secretFields(settings);
  return names.map((name) => {
    const value = defaults[name];
    const shown = value === undefined ? (isOptional(settings, name) ? 'none' : '**required**') : `\`${JSON.stringify(value)}\``;
    return [`\`${name}\``, shown, yes(secrets.includes(name))];
  });
}

const casesOf = ({ groups }: Subject): readonly CaseName[] => groups.flatMap((group: CaseGroup) => [...CASES[group]]);

/** Where a skip is of a group that is not asked of the kind anyway, it is no skip. */
const skipsOf = (subject: Subject): readonly (readonly [string, string])[] =>
  casesOf(subject).flatMap((name) => {
    const reason = subject.kind.skips[name];
    return reason === undefined ? [] : [[name, reason] as const];
  });

function kindSection(subject: Subject): string {
  const { settings } = ADAPTERS[subject.name];
  const isHttp = settings.prototype instanceof HttpSettings;
  const own = namesOf(settings).filter((name) => !isHttp || !namesOf(HttpSettings).includes(name));
  const skips = skipsOf(subject);
  return [
    `## ${subject.name}`,
    `${subject.description.title}. ${casesOf(subject).length - skips.length} of ${casesOf(subject).length} cases of the contract (${subject.groups.join(', ')}).`,
    table([isHttp ? 'setting, beside those of HTTP' : 'setting', 'default', 'secret'], settingRows(settings, own)),
    skips.length === 0 ? '' : table(['case left out', 'why'], skips),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The page that shows every kind: what it can do, its settings, and the cases it leaves out. */
export function adaptersPage(subjects: readonly Subject[]): string {
  const overview = subjects.map((subject) => {
    const { name, description, kind } = subject;
    const can = CAPABILITIES.map((capability) => yes(description.capabilities.includes(capability)));
    const left = skipsOf(subject).length;
    return [
      `[${name}](#${name})`,
      description.title,
      ...can,
      kind.transport,
      String(casesOf(subject).length - left),
      String(left),
    ];
  });
  const head = ['kind', 'title', 'pulled', 'pushes to us', 'answered', 'counted', 'over', 'cases', 'left out'];
  const http = table(['setting', 'default', 'secret'], settingRows(HttpSettings, namesOf(HttpSettings)));
  return [BEGINNING, table(head, overview), '## Settings of every kind over HTTP', http, ...subjects.map(kindSection)].join(
    '\n\n',
  );
}
