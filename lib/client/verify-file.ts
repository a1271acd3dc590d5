import { Verification } from "@/lib/domain/publication/verification";

/** What came of asking about a file: what is known of it, or why it could not be looked at. */
export type Verified =
  | { readonly kind: "known"; readonly verification: Verification }
  | { readonly kind: "refused"; readonly sentence: string };

const UNREACHED = "The studio cannot be reached; try again in a moment.";

/** Sends a file to be looked at. Nothing of it is kept there. */
export async function verifyFile(file: File, signal: AbortSignal): Promise<Verified> {
  const response = await fetch("/api/v1/verify", { method: "POST", body: file, signal, credentials: "same-origin" });
  const said: unknown = await response.json().catch(() => null);
  if (!response.ok) return { kind: "refused", sentence: sentenceIn(said) ?? UNREACHED };
  const { kind: _, ...verification } = Object(said);
  return { kind: "known", verification: Verification.parse(verification) };
}

function sentenceIn(said: unknown): string | null {
  return typeof said === "object" && said !== null && "message" in said && typeof said.message === "string" ? said.message : null;
}
