import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { ENDPOINT_STATES } from '#domain/delivery/endpoint.js';
import type { EndpointState } from '#domain/delivery/endpoint.js';
import { SIGNATURE_ALGORITHMS } from '#domain/delivery/webhook-signature.js';
import type { SignatureAlgorithm } from '#domain/delivery/webhook-signature.js';

const ADDRESS = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };
/** An absent field stays as it is; unlike with IsOptional, null is no value. */
const IfGiven = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
/** An absent field stays as it is, null takes it away. */
const IfGivenOrTaken = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined && value !== null);

/** What is to be otherwise with an endpoint. */
export class EndpointChangeDto {
  @IfGiven()
  @IsUrl(ADDRESS)
  @MaxLength(2_000)
  url?: string;

  @IfGivenOrTaken()
  @IsUrl(ADDRESS)
  @MaxLength(2_000)
  shadowUrl?: string | null;

  @IfGiven()
  @IsBoolean()
  thin?: boolean;

  @IfGiven()
  @IsIn(ENDPOINT_STATES)
  state?: EndpointState;

  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(SIGNATURE_ALGORITHMS, { each: true })
  algorithms?: SignatureAlgorithm[];

  /** The department's own ed25519 key, if it signs its call-backs with one. */
  @IfGivenOrTaken()
  @Matches(/^whpk_[A-Za-z0-9+/]{43}=$/, { message: 'callbackKey must be whpk_ and an ed25519 public key in base64' })
  callbackKey?: string | null;

  /** Messages begun in one second at most; null: as for everybody. */
  @IfGivenOrTaken()
  @IsNumber()
  @Min(0.01)
  @Max(10_000)
  ratePerSecond?: number | null;

  /** Messages in flight at once at most; null: as for everybody. */
  @IfGivenOrTaken()
  @IsInt()
  @Min(1)
  @Max(256)
  concurrency?: number | null;
}

/** Where a department is to receive from now on. Its address is never a private one: only the configuration may allow that. */
export class NewEndpointDto {
  @IsString()
  @MaxLength(100)
  department: string;

  /** Absent: the department fetches its messages itself. */
  @IfGiven()
  @IsUrl(ADDRESS)
  @MaxLength(2_000)
  url?: string;

  @IfGiven()
  @IsBoolean()
  thin = false;

  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(SIGNATURE_ALGORITHMS, { each: true })
  algorithms: SignatureAlgorithm[] = ['v1'];

  @IfGiven()
  @IsNumber()
  @Min(0.01)
  @Max(10_000)
  ratePerSecond?: number;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(256)
  concurrency?: number;
}

/** Which secret is to be replaced, and how long the old one goes on. */
export class RotationDto {
  @IsIn(['shared', 'ed25519'])
  kind: 'shared' | 'ed25519' = 'shared';

  /** 0 ends the old one at once, as after a leak. */
  @IsNumber()
  @Min(0)
  @Max(168)
  overlapHours = 24;
}
