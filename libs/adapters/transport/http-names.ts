/** How errors name things, so that a person knows where to look and no secret is told. */
export interface HttpNames {
  /** Title of the platform's kind. */
  readonly platform: string;
  /** Settings that hold the credential. */
  readonly credential: string;
}
