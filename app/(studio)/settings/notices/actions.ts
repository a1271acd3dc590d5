"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { TestMailState } from "@/components/settings/studio-mail";
import { currentActor } from "@/lib/auth/current-actor";
import { checkOrigin } from "@/lib/auth/origin";
import { may, onlySentence } from "@/lib/domain/access/policy";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { testMail } from "@/lib/mail/test-mail";
import { ownAddress } from "@/lib/services/member/own-address";

/** Sends whoever presses it a letter, at once, and says what the server said. Nothing is kept of it, and nobody else gets one. */
export async function sendTestMail(_before: TestMailState): Promise<TestMailState> {
  const actor = await currentActor();
  if (!actor) redirect("/signin");
  try {
    checkOrigin({ method: "POST", headers: await headers() });
    if (!may(actor.role, "mail.test")) return { sentTo: null, problem: onlySentence("mail.test") };
    const mail = env().mail();
    if (!mail) return { sentTo: null, problem: "This studio sends no e-mail: SELECTS_SMTP_URL is not set." };
    const to = await ownAddress(actor);
    const problem = await testMail(mail, to, env().origin);
    return problem === null ? { sentTo: to, problem } : { sentTo: null, problem };
  } catch (error) {
    if (error instanceof AppError) return { sentTo: null, problem: error.message };
    throw error;
  }
}
