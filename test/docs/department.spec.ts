import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { DepartmentModule } from '#apps/api/department/department.module.js';
import { DEPARTMENT_COMMANDS } from '#domain/case/department-commands.js';
import { DepartmentCommandDto } from '#apps/api/department/department-command.dto.js';
import { RequestMethod } from '@nestjs/common';
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

/** Method and path of every route of a controller, as Nest keeps them. */
function routesOf(controller: { readonly prototype: object }): string[] {
  const home = String(Reflect.getMetadata('path', controller));
  const handlers = Object.values(Object.getOwnPropertyDescriptors(controller.prototype)).map(({ value }) => value as object);
  return handlers
    .filter((handler) => Reflect.hasMetadata('method', handler))
    .map((handler) => {
      const method = RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod];
      const path = `/${home}/${String(Reflect.getMetadata('path', handler))}`.replace(/\/+$/, '');
      return `${method} ${path.replace('/department/v1', '')}`;
    });
}

describe('README.md on departments', () => {
  it('names every address that opens to a department', () => {
    const controllers = Reflect.getMetadata('controllers', DepartmentModule) as { readonly prototype: object }[];

    expect(
      readTable(document, 'address under /department/v1', 'does')
        .map(([address]) => address)
        .sort(),
    ).toEqual(controllers.flatMap(routesOf).sort());
  });

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
