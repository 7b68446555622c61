import { Reflector } from '@nestjs/core';

/** The media type of a handler's answer that is a file, for docs/openapi.json; a wildcard where it is that of what was handed in. */
export const AnswersFile = Reflector.createDecorator<string>();
