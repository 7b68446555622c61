import { RejectedError } from '#domain/errors.js';

/** A case's version as an entity tag. */
export const tagOf = (version: number): string => `"${version}"`;

const TAG = /^"(\d{1,9})"$/;

/** The version that a command is meant for, told by its `If-Match` or in its body. Throws REQUEST_INVALID when they differ or make no sense. */
export function versionMeant(ifMatch: string | undefined, version: number | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch === '*') return version;
  const told = TAG.exec(ifMatch.trim())?.[1];
  if (told === undefined) throw new RejectedError('REQUEST_INVALID', 'if-match: not a tag that a case has been given');
  if (version !== undefined && version !== Number(told)) {
    throw new RejectedError('REQUEST_INVALID', 'if-match: another version than the body names');
  }
  return Number(told);
}
