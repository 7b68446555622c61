/**
 * The catalogue of stable error codes. A code is never reused or renamed; docs/errors.md explains each one and a spec
 * holds the two together.
 */
export const ERROR_CODES = {
  DEFECT: 'An invariant of the hub broke.',
  CONFIG_INVALID: 'A configuration file or environment variable cannot be used.',
  DATABASE_UNREACHABLE: 'PostgreSQL does not answer.',
  DATABASE_BUSY: 'PostgreSQL could not do it now.',
  QUEUE_UNREACHABLE: 'The queue does not answer.',
  PORT_IN_USE: 'Another program listens on the port.',
  PLATFORM_UNREACHABLE: 'A source platform does not answer.',
  PLATFORM_RATE_LIMITED: 'A source platform asks us to slow down.',
  PLATFORM_BUSY: 'A source platform answers with a server error.',
  PLATFORM_BODY_BROKEN: 'A source platform sent a body that cannot be read to its end.',
  PLATFORM_CREDENTIAL_REFUSED: 'A source platform refuses our credential.',
  PLATFORM_ADDRESS_WRONG: 'A source platform knows no such address.',
  PLATFORM_REQUEST_REFUSED: 'A source platform refuses the request itself.',
  PLATFORM_CERTIFICATE_REFUSED: 'The certificates of a source platform and ours do not go together.',
  PLATFORM_PROXY_REFUSED: 'The proxy before a source platform does not let us through.',
  PLATFORM_CURSOR_LOOP: 'A source platform hands out the same cursor again.',
  PLATFORM_LIST_TRUNCATED: 'A source platform cuts its list short and cannot be asked for less.',
  PLATFORM_UNKNOWN: 'No platform of that name is configured.',
  PLATFORM_COUNTS_NOTHING: 'A platform cannot list what it has of a day.',
  PUSH_SIGNATURE_INVALID: 'A pushed record is not signed by the platform it names.',
  PUSH_BODY_INVALID: 'A pushed body cannot be read.',
  CALLBACK_SIGNATURE_INVALID: 'A call-back is not signed by the department it names.',
  CALLBACK_OUTSIDE_TOLERANCE: 'A call-back carries a time too far from ours.',
  CALLBACK_REPLAYED: 'A call-back uses an id again with another body.',
  CASE_UNKNOWN: 'There is no such case.',
  CASE_FOREIGN: 'The case is not with that department.',
  CASE_MOVE_ILLEGAL: 'The case cannot make that move from where it stands.',
  CASE_VERSION_STALE: 'The case has moved on since it was read.',
  REQUEST_INVALID: 'The request has fields that cannot be used.',
  NOT_FOUND: 'There is nothing at that address.',
  UNAUTHENTICATED: 'Nobody is signed in, or the session ended.',
  FORBIDDEN: 'The person or key may not do that.',
  TOO_MANY_ATTEMPTS: 'Too many attempts; wait.',
  IMPORT_FILE_UNREADABLE: 'An import file or its mapping cannot be read.',
  JOB_UNKNOWN: 'A queue holds a job that no contract names.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;
