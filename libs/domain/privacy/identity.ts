/** What gives a person away. */
export type IdentityKind = 'mobile' | 'landline' | 'id-card' | 'bank-card' | 'mail' | 'name';

/** An identity where it stands in a text; `end` is behind its last character. */
export interface FoundIdentity {
  readonly kind: IdentityKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
