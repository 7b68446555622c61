import { HubError, OperatorError, TransientError } from '#domain/errors.js';

const FOR_A_PERSON: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'EISDIR']);

/** Read by shape: an error of Node's own file system may belong to another realm, where `instanceof Error` is false. */
const codeOf = (thrown: unknown): string => {
  const code: unknown = typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'code') : undefined;
  return typeof code === 'string' ? code : 'unknown';
};

/** Whether a file or folder is just not there. */
export const isAbsent = (thrown: unknown): boolean => codeOf(thrown) === 'ENOENT';

/** What a failed file operation means: a folder that a person must look at, or a disk that may get better. */
export function fileError(thrown: unknown, folder: string): HubError {
  if (thrown instanceof HubError) return thrown;
  const code = codeOf(thrown);
  if (FOR_A_PERSON.has(code)) {
    const message = `the drop folder ${folder} cannot be used (${code}): check dropDir and its permissions`;
    return new OperatorError('PLATFORM_ADDRESS_WRONG', message, { cause: thrown });
  }
  return new TransientError('PLATFORM_UNREACHABLE', `the drop folder ${folder} does not answer (${code})`, { cause: thrown });
}
