import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { DEPARTMENT_COMMANDS, DepartmentCommandDto } from '#apps/api/department/department-command.dto.js';
import { validateSync } from 'class-validator';
import { readDocument, readTable } from './document.js';
import { EVERY_WEBHOOK } from './every-webhook.js';

const document = readDocument('README.md');
const types = readTable(document, 'type', 'says');
const namesIn = (cell: string): string[] =>
  cell
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

describe('README.md on departments', () => {
  it('names every type of webhook that a department can be sent, and no other', () => {
    expect(types.map(([type]) => type).sort()).toEqual([...new Set(EVERY_WEBHOOK.map(({ type }) => type))].sort());
  });

  it.each(types.filter(([, , fields]) => fields !== 'as above'))('says of %s what it carries', (type, _says, fields) => {
    const sent = EVERY_WEBHOOK.find((webhook) => webhook.type === type);

    expect(Object.keys(sent?.payload ?? {})).toEqual(expect.arrayContaining(['caseNumber', 'version', ...namesIn(fields)]));
  });

  it('shows a dispatch as it is sent', () => {
    const example = /```json\n(\{\s+"type".*?)```/s.exec(document)?.[1] ?? '';
    const { type, data } = JSON.parse(example) as { type: string; data: object };

    const sent = EVERY_WEBHOOK.find((webhook) => webhook.type === type);

    expect(Object.keys(data).sort()).toEqual(Object.keys(sent?.payload ?? {}).sort());
  });

  it('names every command that a department can send', () => {
    expect(readTable(document, 'command', 'needs').map(([command]) => command)).toEqual([...DEPARTMENT_COMMANDS]);
  });

  it.each(readTable(document, 'command', 'needs'))('names what `%s` needs', (command, needs) => {
    const refused = validateSync(Object.assign(new DepartmentCommandDto(), { command })).map(({ property }) => property);

    expect(refused.sort()).toEqual(namesIn(needs).sort());
  });
});
