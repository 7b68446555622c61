import { IsOptional, Matches } from 'class-validator';

const IsKey = (): PropertyDecorator =>
  Matches(/^[0-9a-f]{64}$/iu, { message: '$property must be 32 bytes in hexadecimal, e.g. from: openssl rand -hex 32' });

/** Keys of the hub's own; where one is absent, a key is made and kept in the data folder. */
export class SecretsConfig {
  static readonly variables = { vaultKey: 'HUB_VAULT_KEY', sessionKey: 'HUB_SESSION_KEY' };
  static readonly secrets = ['vaultKey', 'sessionKey'];

  /** Seals names and phones. */
  @IsOptional()
  @IsKey()
  vaultKey?: string;

  /** Signs the sessions of the console. */
  @IsOptional()
  @IsKey()
  sessionKey?: string;
}
