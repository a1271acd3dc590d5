/** What the server says about a filled-in form. What was typed comes back, except the password. */
export interface AccountFormState {
  /** A sentence about the whole; null when a field says it. */
  readonly problem: string | null;
  readonly fieldProblems: { readonly displayName?: string; readonly email?: string; readonly password?: string };
  readonly typed: { readonly displayName: string; readonly email: string };
}
