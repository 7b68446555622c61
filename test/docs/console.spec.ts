import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CommandDto } from '#apps/api/admin/cases/command.dto.js';
import { HandlingDto } from '#apps/api/admin/cases/handling.dto.js';
import { OPERATOR_COMMANDS } from '#apps/api/admin/cases/operator-commands.js';
import { DEPARTMENT_COMMANDS } from '#domain/case/department-commands.js';
import { REFUSAL_CODES } from '#domain/case/refusal-reasons.js';
import { projectRoot } from '#config/project-root.js';
import { STATUSES, STEPS } from '#domain/case/case-status.js';
import { FILTER_NAMES } from '#storage/reading/case-filters.js';
import { FILTER_GROUPS, FIRST_FILTERS } from '../../apps/console/src/cases/filter-groups.js';
import { bodyOf, emptyForm, isFilled } from '../../apps/console/src/case/command-body.js';
import { COMMAND_FIELDS, fieldsOf, type Command } from '../../apps/console/src/case/command-fields.js';
import { readDocument, readTable } from './document.js';
import { EVERY_EVENT } from './every-event.js';

const COMMANDS = [...OPERATOR_COMMANDS, ...DEPARTMENT_COMMANDS];

const wordsIn = (language: string): string[] =>
  [...readDocument(`apps/console/src/words/${language}.ts`).matchAll(/^ {2}'([^']+)':/gm)].map(([, key]) => key);

describe.each(['zh-cn', 'en'])('the console in %s', (language) => {
  const words = wordsIn(language);
  const lacking = (keys: readonly string[]): string[] => keys.filter((key) => !words.includes(key));

  it('has a word for every step, status, command and event', () => {
    expect(lacking(STEPS.map((step) => `step.${step}`))).toEqual([]);
    expect(lacking(STATUSES.map((status) => `status.${status}`))).toEqual([]);
    expect(lacking(COMMANDS.map((command) => `command.${command}`))).toEqual([]);
    expect(lacking(EVERY_EVENT.map(({ type }) => `event.${type}`))).toEqual([]);
  });

  it('has a word for every clock and every message to a department', () => {
    const clocks = readTable(readDocument('docs/case-life.md'), 'clock', '中文', 'starts with').map(([clock]) => clock);
    const types = readTable(readDocument('README.md'), 'type', 'says').map(([type]) => type);

    expect(lacking(clocks.map((clock) => `clock.${clock}`))).toEqual([]);
    expect(lacking(types.map((type) => `delivery.type.${type}`))).toEqual([]);
  });

  it('has a word for every filter of the case list', () => {
    expect(lacking(FILTER_NAMES.map((name) => `filter.${name}`))).toEqual([]);
  });

  it('has a label for every field of a form, and a word for everything that can be chosen', () => {
    const fields = Object.values(COMMAND_FIELDS).flat();
    const choices = COMMANDS.flatMap((command) =>
      fieldsOf(command).flatMap((field) => (field.choices ?? []).map((choice) => `${field.words}.${choice}`)),
    );

    expect(lacking(fields.map(({ name }) => `field.${name}`))).toEqual([]);
    expect(lacking(choices)).toEqual([]);
  });
});

describe('the words of the console', () => {
  const sources = readdirSync(join(projectRoot(), 'apps/console/src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(vue|ts)$/.test(path) && !path.startsWith('words'))
    .map((path) => readDocument(`apps/console/src/${path}`))
    .join('\n');
  /** A key as it stands, or put together: "`status.${status}`", "`${words}.${state}`" with words="case.answer". */
  const isSaid = (key: string): boolean => {
    const families = [...key.matchAll(/\./g)].map(({ index }) => key.slice(0, index));
    const family = families.at(-1);
    const whole = [`'${key}'`, `'${family}'`, `"${family}"`].some((said) => sources.includes(said));
    return whole || families.some((begun) => sources.includes(`\`${begun}.\${`));
  };

  it('are all said somewhere', () => {
    expect(wordsIn('zh-cn').filter((key) => !isSaid(key))).toEqual([]);
  });

  it('are the same in both languages', () => {
    expect(wordsIn('en').sort()).toEqual(wordsIn('zh-cn').sort());
  });
});

describe('the filters of the console', () => {
  it('stand in one group each, all that the API has', () => {
    expect(Object.values(FILTER_GROUPS).flat().sort()).toEqual([...FILTER_NAMES].sort());
    expect(FIRST_FILTERS.filter((name) => !FILTER_NAMES.includes(name))).toEqual([]);
  });
});

/** What somebody might fill in, by the kind of the field. */
const FILLED: Readonly<Record<string, unknown>> = {
  text: ' 已核实 ',
  line: '排水会商',
  verdict: false,
  score: 0,
  time: new Date('2026-12-01T02:00:00Z'),
  department: 'water-affairs',
  street: 'street-yunlan',
  departments: ['water-affairs', 'gas'],
  partner: '云岚建设',
  names: ['水务局'],
  call: '2/water-affairs',
  meeting: 1,
  'own-call': 1,
  'own-commitment': 1,
  commitments: [{ department: 'gas', what: ' 换管 ', dueAt: new Date('2026-12-02T02:00:00Z') }],
};
const filled = (command: Command) =>
  Object.fromEntries(fieldsOf(command).map((field) => [field.name, FILLED[field.kind] ?? field.choices?.[0]] as const));
const faultsOf = (body: { readonly command?: unknown }): string[] => {
  const shape = DEPARTMENT_COMMANDS.some((command) => command === body.command) ? HandlingDto : CommandDto;
  return validateSync(plainToInstance<object, object>(shape, body)).map(({ property }) => property);
};

describe('the forms of the console', () => {
  it('are there for every command an operator or a department may send', () => {
    expect(Object.keys(COMMAND_FIELDS).sort()).toEqual([...COMMANDS].sort());
  });

  it.each(COMMANDS)('fill in `%s` as the API takes it', (command) => {
    const values = filled(command);

    expect(fieldsOf(command).filter((field) => !isFilled(field, values[field.name]))).toEqual([]);
    expect(faultsOf(bodyOf(command, values))).toEqual([]);
  });

  it.each(COMMANDS)('ask for all that `%s` needs', (command) => {
    const empty = emptyForm(command);
    const asked = fieldsOf(command)
      .filter((field) => !isFilled(field, empty[field.name]))
      .flatMap(({ name }) => (name === 'call' ? ['whistle', 'department'] : [name]));

    expect(asked).toEqual(expect.arrayContaining(faultsOf(bodyOf(command, empty))));
  });

  it('offer choices that the API takes, and every ground of a refusal', () => {
    const bodies = COMMANDS.flatMap((command) =>
      fieldsOf(command).flatMap(({ name, choices = [] }) =>
        choices.map((choice) => bodyOf(command, { ...filled(command), [name]: choice })),
      ),
    );

    expect(bodies.flatMap(faultsOf)).toEqual([]);
    expect(fieldsOf('refuse')[0].choices).toEqual(REFUSAL_CODES);
  });

  it('name whistle and department of a check-in, and instants in UTC', () => {
    expect(bodyOf('score-whistle', filled('score-whistle'))).toEqual({
      command: 'score-whistle',
      whistle: 2,
      department: 'water-affairs',
      score: 0,
    });
    expect(bodyOf('decide-meeting', filled('decide-meeting'))).toEqual({
      command: 'decide-meeting',
      meeting: 1,
      decision: '已核实',
      commitments: [{ department: 'gas', what: '换管', dueAt: '2026-12-02T02:00:00.000Z' }],
    });
    expect(bodyOf('check', filled('check'))).toEqual({ command: 'check', passed: false, note: '已核实' });
  });

  it('refuse half a commitment, and words of nothing but spaces', () => {
    const [, , commitments] = fieldsOf('decide-meeting');
    const [because] = fieldsOf('close');

    expect(isFilled(commitments, [{ department: 'gas', what: '换管', dueAt: null }])).toBe(false);
    expect(isFilled(commitments, [])).toBe(true);
    expect(isFilled(because, '  ')).toBe(false);
  });
});
