import { db } from "@/lib/db/client";
import { isSignedText, signText } from "@/lib/db/signed-text";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import type { WebhookData } from "@/lib/domain/webhook/fact";
import { Id } from "@/lib/domain/wire";

/** A link that was handed out with a message works so long. Milliseconds. */
const LINK_LIVES_MS = 7 * 86_400_000;

const signedWords = (workspaceId: string, publicationId: string, until: string) => `publication/${workspaceId}/${publicationId}/${until}`;

/** Addresses below the studio's that hand a publication out to whoever has them, without a key, for a week. */
export function linksTo(
  { workspaceId, publicationId, hasManifest }: { workspaceId: string; publicationId: string; hasManifest: boolean },
  now: Date,
): WebhookData<"publication.released">["links"] {
  const until = new Date(now.getTime() + LINK_LIVES_MS).toISOString();
  const query = new URLSearchParams({ until, signature: signText(signedWords(workspaceId, publicationId, until)) });
  const to = (part: string) => `/publications/${publicationId}/${part}?${query}`;
  return { file: to("file"), record: to("record"), manifest: hasManifest ? to("manifest") : null, until };
}

/**
 * Who may read a publication because they show a link we signed: the studio itself, for this publication's parts alone.
 * @throws AppError FORBIDDEN, with a sentence: the link has run out, or is none of ours
 */
export async function followLink(publicationId: string, link: { until: string; signature: string }, now: Date): Promise<Actor> {
  const id = Id.safeParse(publicationId);
  const known = id.success ? await db().publication.findUnique({ where: { id: id.data }, select: { workspaceId: true } }) : null;
  // Whoever guesses learns nothing of what exists: an unknown publication is answered as a wrong signature is.
  if (!known || !isSignedText(signedWords(known.workspaceId, publicationId, link.until), link.signature))
    throw new AppError("FORBIDDEN", "This link was not made by this studio, or was changed.");
  if (!(Date.parse(link.until) > now.getTime()))
    throw new AppError("FORBIDDEN", "This link has run out. Ask for the file with an API key.");
  return { kind: "system", workspaceId: known.workspaceId };
}
