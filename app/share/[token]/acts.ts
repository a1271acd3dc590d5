"use server";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { EntryState } from "@/components/guest/entry-form";
import type { GuestActs } from "@/components/guest/guest-acts";
import { findShare, GUEST_COOKIE, guestCookie, guestWith } from "@/lib/auth/guest";
import { checkOrigin } from "@/lib/auth/origin";
import { AppError } from "@/lib/domain/errors";
import { deviceOf, type Guest, GuestName } from "@/lib/domain/guest/guest";
import { CLOSED_LINK_SENTENCES } from "@/lib/domain/guest/share-link";
import { problemSentence } from "@/lib/domain/input/problem";
import { addGuestComment } from "@/lib/services/guest/add-guest-comment";
import { enterShare } from "@/lib/services/guest/enter-share";
import { markPlace } from "@/lib/services/guest/mark-place";
import { recommend } from "@/lib/services/guest/recommend";

/** Takes in whoever holds the link, says who they are and knows its password; their browser carries it from then on. */
export async function enter(token: string, _before: EntryState, form: FormData): Promise<EntryState> {
  const typed = String(form.get("name") ?? "");
  const name = GuestName.safeParse(typed, { error: problemSentence });
  if (!name.success) return { name: typed, nameProblem: name.error.issues[0]?.message ?? null, problem: null };
  const sent = await headers();
  const problem = await sentenceOf(async () => {
    checkOrigin({ method: "POST", headers: sent });
    const link = await findShare(token);
    if (link?.state !== "open") throw new AppError("FORBIDDEN", CLOSED_LINK_SENTENCES[link?.state ?? "unknown"]);
    const { linkId, workspaceId } = link;
    const device = deviceOf(sent.get("user-agent"));
    const entered = await enterShare(workspaceId, { linkId, name: name.data, device, password: String(form.get("password") ?? "") });
    (await cookies()).set(guestCookie(token, entered.secret));
  });
  if (problem !== null) return { name: typed, nameProblem: null, problem };
  redirect(`/share/${token}`);
}

export const sayRecommendation: (token: string, ...said: Parameters<GuestActs["recommend"]>) => Promise<string | null> = async (
  token,
  said,
) => asGuest(token, (guest) => recommend(guest, said));

export const sayMark: (token: string, ...said: Parameters<GuestActs["mark"]>) => Promise<string | null> = async (token, said) =>
  asGuest(token, (guest) => markPlace(guest, said));

export const sayComment: (token: string, ...said: Parameters<GuestActs["comment"]>) => Promise<string | null> = async (token, said) =>
  asGuest(token, (guest) => addGuestComment(guest, said));

/** Does it in the name of whoever carries the link's cookie; null when it is done, otherwise why not. */
async function asGuest(token: string, act: (guest: Guest) => Promise<unknown>): Promise<string | null> {
  const sent = await headers();
  return sentenceOf(async () => {
    checkOrigin({ method: "POST", headers: sent });
    const link = await findShare(token);
    if (link?.state !== "open") throw new AppError("FORBIDDEN", CLOSED_LINK_SENTENCES[link?.state ?? "unknown"]);
    const guest = await guestWith(link, (await cookies()).get(GUEST_COOKIE)?.value);
    if (!guest) throw new AppError("UNAUTHENTICATED", "Open the link again and say who you are.");
    await act(guest);
  });
}

async function sentenceOf(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
