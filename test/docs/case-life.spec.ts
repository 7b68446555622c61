import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { CommandDto } from '#apps/api/admin/cases/command.dto.js';
import { OPERATOR_COMMANDS } from '#apps/api/admin/cases/operator-commands.js';
import { DEPARTMENT_COMMANDS } from '#domain/case/department-commands.js';
import { DepartmentCommandDto } from '#apps/api/department/department-command.dto.js';
import type { CaseStatus, CommandName } from '#domain/case/case-status.js';
import { COMMANDS, isFinal, MOVES, STATUSES } from '#domain/case/case-status.js';
import { readDocument, readTable } from './document.js';

const document = readDocument('docs/case-life.md');
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'in hand': ['held', 'dispatched', 'handling'],
  'handed in': ['checking', 'handled', 'answered'],
  over: ['closed', 'withdrawn', 'merged', 'refused'],
};
const listed = (cell: string): string[] => cell.split(', ').filter(Boolean);
const commands = readTable(document, 'command', '中文', 'who').map(([command, , who, needs, from, to]) => ({
  command: command as CommandName,
  who: listed(who),
  needs: listed(needs),
  from: listed(from).flatMap((name) => GROUPS[name] ?? [name]),
  to,
}));
const askedBy = (who: string): CommandName[] => commands.filter((row) => row.who.includes(who)).map(({ command }) => command);

describe('docs/case-life.md', () => {
  it('gives every command with the statuses it leads from and to', () => {
    const told = commands.map(({ command, from, to }) => [command, [...from].sort(), to]);

    const moves = COMMANDS.map((command) => {
      const edges = Object.entries(MOVES[command]);
      const stays = edges.every(([from, to]) => from === to);
      return [command, edges.map(([from]) => from).sort(), stays ? 'stays' : [...new Set(edges.map(([, to]) => to))].join()];
    });
    expect(told).toEqual(moves);
  });

  it('says who may ask for what', () => {
    expect(askedBy('operator').sort()).toEqual([...OPERATOR_COMMANDS].sort());
    expect(askedBy('department').sort()).toEqual([...DEPARTMENT_COMMANDS].sort());
  });

  it.each(OPERATOR_COMMANDS)('says what an operator’s `%s` needs', (command) => {
    const refused = validateSync(Object.assign(new CommandDto(), { command })).map(({ property }) => property);

    expect(commands.find((row) => row.command === command)?.needs.sort()).toEqual(refused.sort());
  });

  it.each(DEPARTMENT_COMMANDS)('says what a department’s `%s` needs', (command) => {
    const refused = validateSync(Object.assign(new DepartmentCommandDto(), { command })).map(({ property }) => property);

    expect(commands.find((row) => row.command === command)?.needs.sort()).toEqual(refused.sort());
  });

  it('draws every move but those it says it does not draw', () => {
    const drawn = [...document.matchAll(/^ {2}(\w+) --> (\w+): (.+)$/gm)].flatMap(([, from, to, names]) =>
      listed(names).map((command) => `${command}: ${from} ${to}`),
    );

    const moves = COMMANDS.filter((command) => !['withdraw', 'force-close'].includes(command)).flatMap((command) =>
      Object.entries(MOVES[command])
        .filter(([from, to]) => from !== to)
        .map(([from, to]) => `${command}: ${from} ${to}`),
    );
    expect(drawn.sort()).toEqual(moves.sort());
  });

  it('draws every status, and where a case may rest for good', () => {
    const diagram = /```mermaid\n(.*?)```/s.exec(document)?.[1] ?? '';
    const ends = [...diagram.matchAll(/^ {2}(\w+) --> \[\*\]$/gm)].map(([, status]) => status as CaseStatus);

    expect(STATUSES.filter((status) => !new RegExp(`\\b${status}\\b`).test(diagram))).toEqual([]);
    expect(ends.sort()).toEqual(STATUSES.filter((status) => isFinal(status) && status !== 'merged').sort());
  });
});
