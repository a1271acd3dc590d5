import type { NewPasswordProblems } from "@/lib/domain/member/new-password";

/** What the server says about a new password. Nothing that was typed comes back. */
export interface PasswordFormState {
  /** A sentence about the whole; null when a field says it. */
  readonly problem: string | null;
  readonly fieldProblems: NewPasswordProblems;
}
