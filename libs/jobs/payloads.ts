import { Equals, IsNotEmpty, IsString } from 'class-validator';

/** Every payload carries its version, so that an old job meets a decoder and not a guess. */
abstract class Payload {
  @Equals(1)
  v = 1 as const;
}

/** Work of one platform. */
export class PlatformPayload extends Payload {
  @IsString()
  @IsNotEmpty()
  platform!: string;
}

/** Messages owed to one department or platform. */
export class TargetPayload extends Payload {
  @IsString()
  @IsNotEmpty()
  target!: string;
}

/** A tick; there is nothing to say but that it is time. */
export class TickPayload extends Payload {}
