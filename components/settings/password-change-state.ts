import type { NewPasswordProblems } from "@/lib/domain/member/new-password";

/** What the server says about a change of one's own password. Nothing that was typed comes back. */
export interface PasswordChangeState {
  /** A sentence about the whole; null when a field says it. */
  readonly problem: string | null;
  readonly fieldProblems: NewPasswordProblems & { readonly present?: string };
  /** How often it was changed on this page: a new number is a new success. */
  readonly changes: number;
  /** Other browsers the last change signed out. */
  readonly sessionsEnded: number;
}
