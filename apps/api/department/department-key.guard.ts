import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { createParamDecorator, Injectable } from '@nestjs/common';
import { Defect } from '#domain/errors.js';
import type { DepartmentId } from '#domain/ids.js';
import { DepartmentKeys } from './department-keys.js';

interface Request {
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Whose key a program came with, as the guard found out. */
export interface CallingDepartment {
  readonly department: DepartmentId;
  /** For the record: `department:<id>`. */
  readonly actor: `department:${DepartmentId}`;
}

/** Kept beside the request: Fastify's own objects keep their shape. */
const calling = new WeakMap<object, CallingDepartment>();

/** Lets only programs through that carry the API key of a department. */
@Injectable()
export class DepartmentKeyGuard implements CanActivate {
  constructor(private readonly keys: DepartmentKeys) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const department = await this.keys.departmentOf(request.headers['authorization']);
    calling.set(request, { department, actor: `department:${department}` });
    return true;
  }
}

/** The department that asks; only behind the guard. */
export const CurrentDepartment = createParamDecorator((_data: unknown, context: ExecutionContext): CallingDepartment => {
  const department = calling.get(context.switchToHttp().getRequest<Request>());
  if (!department) throw new Defect('DEFECT', 'a handler without DepartmentKeyGuard asks which department is calling');
  return department;
});
