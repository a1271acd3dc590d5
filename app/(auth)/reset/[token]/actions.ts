"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { PasswordFormState } from "@/components/auth/password-form-state";
import { checkOrigin } from "@/lib/auth/origin";
import { hashPassword } from "@/lib/auth/password";
import { findPasswordReset } from "@/lib/auth/password-reset";
import { AppError } from "@/lib/domain/errors";
import { readNewPassword } from "@/lib/domain/member/new-password";
import { CLOSED_RESET_SENTENCES } from "@/lib/domain/member/password-reset";
import { redeemResetLink } from "@/lib/services/member/redeem-reset-link";
import { signInAs } from "../../sign-in-as";

/** Sets the password of the member a link was made for, signs this browser in as them and leads into the studio. */
export async function choosePassword(_before: PasswordFormState, form: FormData): Promise<PasswordFormState> {
  const text = (name: string) => String(form.get(name) ?? "");
  const typed = readNewPassword({ password: text("password"), again: text("again") });
  if ("problems" in typed) return { problem: null, fieldProblems: typed.problems };
  const sent = await headers();
  try {
    checkOrigin({ method: "POST", headers: sent });
    const reset = await findPasswordReset(text("token"));
    const state = reset?.state ?? "unknown";
    if (!reset || state !== "open") throw new AppError("CONFLICT", CLOSED_RESET_SENTENCES[state === "open" ? "unknown" : state]);
    const { userId } = await redeemResetLink(
      { kind: "system", workspaceId: reset.workspaceId },
      { passwordResetId: reset.id, passwordHash: await hashPassword(typed.password) },
    );
    await signInAs(userId, sent);
  } catch (error) {
    if (error instanceof AppError) return { problem: error.message, fieldProblems: {} };
    throw error;
  }
  redirect("/");
}
