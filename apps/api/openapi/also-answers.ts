import { SetMetadata } from '@nestjs/common';

/** Statuses beside the usual one that a handler sets by itself; for docs/openapi.json, which reads everything else from the code. */
export const AlsoAnswers = Object.assign(
  (...statuses: readonly number[]): MethodDecorator => SetMetadata(AlsoAnswers.KEY, statuses),
  {
    KEY: 'huiliu:also-answers',
  },
);
