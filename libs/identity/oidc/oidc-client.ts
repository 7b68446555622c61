import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Configuration } from 'openid-client';
import { RejectedError, TransientError } from '#domain/errors.js';
import type { OidcSettings } from '../identity-settings.js';

/** A sign-in that begins: where the browser goes, and what must be known when it comes back. */
export interface BegunOidc {
  readonly url: string;
  readonly state: string;
  readonly verifier: string;
  readonly nonce: string;
}

/** What the provider says of a person. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Signs people in with an OpenID provider: authorization code with PKCE, state and nonce. */
export class OidcClient {
  private found?: Promise<Configuration>;

  constructor(
    private readonly settings: OidcSettings,
    /** Where the provider sends the browser back to. */
    private readonly redirectUri: string,
  ) {}

  /** Throws `OIDC_UNREACHABLE`. */
  async begin(): Promise<BegunOidc> {
    const provider = await this.provider();
    const [verifier, state, nonce] = [randomPKCECodeVerifier(), randomState(), randomNonce()];
    const url = buildAuthorizationUrl(provider, {
      redirect_uri: this.redirectUri,
      scope: 'openid profile email',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return { url: url.href, state, verifier, nonce };
  }

  /** What the provider says of who came back; `query` as the browser brought it. Throws `OIDC_REFUSED`, `OIDC_UNREACHABLE`. */
  async finish(query: string, { state, verifier, nonce }: Omit<BegunOidc, 'url'>): Promise<Claims> {
    const provider = await this.provider();
    const back = new URL(query, this.redirectUri);
    try {
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
      const tokens = await authorizationCodeGrant(provider, back, checks);
      const claims = tokens.claims();
      if (claims === undefined) throw new RejectedError('OIDC_REFUSED', 'the identity provider gave no ID token');
      const { userinfo_endpoint: asks } = provider.serverMetadata();
      return { ...claims, ...(asks === undefined ? {} : await fetchUserInfo(provider, tokens.access_token, claims.sub)) };
    } catch (thrown) {
      throw refusalOf(thrown);
    }
  }

  /** Found out once; after a failure the next one asks again. */
  private provider(): Promise<Configuration> {
    this.found ??= this.discover().catch((thrown: unknown) => {
      this.found = undefined;
      throw new TransientError('OIDC_UNREACHABLE', 'the identity provider cannot be asked', { cause: thrown });
    });
    return this.found;
  }

  private discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const server = new URL(issuer);
    // Plain http never leaves this machine.
    const execute = LOOPBACK.has(server.hostname) ? [allowInsecureRequests] : [];
    return discovery(server, clientId, clientSecret, undefined, { execute });
  }
}

/** Whatever the provider answered, or said of the person, is a refusal; only a road that breaks is worth another go. */
function refusalOf(thrown: unknown): Error {
  if (thrown instanceof RejectedError) return thrown;
  if (thrown instanceof TypeError || (thrown instanceof ClientError && thrown.code === 'OAUTH_TIMEOUT')) {
    return new TransientError('OIDC_UNREACHABLE', 'the identity provider does not answer', { cause: thrown });
  }
  return new RejectedError('OIDC_REFUSED', 'the identity provider did not sign the person in', { cause: thrown });
}
