import type { GuestMarkInput } from "@/lib/domain/guest/mark";
import type { GuestVerdict } from "@/lib/domain/guest/recommendation";

/** What a guest can do from their page; each answers null when it is done, otherwise why not. */
export type GuestActs = {
  recommend(said: { attemptId: string; verdict: GuestVerdict; note: string }): Promise<string | null>;
  mark(said: { attemptId: string; mark: GuestMarkInput }): Promise<string | null>;
  comment(said: { attemptId: string; threadId?: string; body: string }): Promise<string | null>;
};
