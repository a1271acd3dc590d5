"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { PasswordChangeState } from "@/components/settings/password-change-state";
import { checkPresentPassword } from "@/lib/auth/authenticate";
import { currentActor } from "@/lib/auth/current-actor";
import { checkOrigin } from "@/lib/auth/origin";
import { hashPassword } from "@/lib/auth/password";
import { AppError } from "@/lib/domain/errors";
import { readNewPassword } from "@/lib/domain/member/new-password";
import { changePassword } from "@/lib/services/member/change-password";

/** One sentence for a wrong password and a resting account, as at sign-in. */
const NOT_MATCHING = "That is not your present password, or your account rests: after five misses in a row, half a minute at first.";

/** Gives whoever is signed in here another password; it takes the present one. */
export async function changeOwnPassword(before: PasswordChangeState, form: FormData): Promise<PasswordChangeState> {
  const text = (name: string) => String(form.get(name) ?? "");
  const wrong = { problem: null, fieldProblems: {}, changes: before.changes, sessionsEnded: 0 };
  const typed = readNewPassword({ password: text("password"), again: text("again") });
  if ("problems" in typed) return { ...wrong, fieldProblems: typed.problems };
  const actor = await currentActor();
  if (!actor) redirect("/signin");
  try {
    checkOrigin({ method: "POST", headers: await headers() });
    const presentHash = await checkPresentPassword(actor.userId, text("present"));
    if (presentHash === null) return { ...wrong, fieldProblems: { present: NOT_MATCHING } };
    const { sessionsEnded } = await changePassword(actor, { presentHash, passwordHash: await hashPassword(typed.password) });
    return { ...wrong, changes: before.changes + 1, sessionsEnded };
  } catch (error) {
    if (error instanceof AppError) return { ...wrong, problem: error.message };
    throw error;
  }
}
