import { randomBytes } from "node:crypto";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { isResting, restUntil } from "@/lib/domain/access/lockout";
import { secretHash } from "@/lib/domain/access/secret-hash";
import { AppError } from "@/lib/domain/errors";
import { GuestName, MOST_GUESTS } from "@/lib/domain/guest/guest";
import { CLOSED_LINK_SENTENCES, linkState } from "@/lib/domain/guest/share-link";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { guestEvent } from "./guest-event";
import { isLinkPassword } from "./link-password";

const Entering = z.strictObject({ linkId: Id, name: GuestName, device: z.string().max(80) });

/** Takes somebody in who holds a link and knows its password; what their browser then carries is told once. */
export const admit = write({
  verb: "guest.enter",
  permission: "workspace.read",
  input: Entering,
  output: z.strictObject({ guestId: Id, secret: z.string() }),
  async run({ tx, actor, now }, { linkId, name, device }) {
    const { workspaceId } = actor;
    await tx.$queryRaw`SELECT 1 FROM "ShareLink" WHERE "id" = ${linkId}::uuid FOR UPDATE`;
    const link = await tx.shareLink.findFirst({
      where: { id: linkId, workspaceId },
      select: {
        expiresAt: true,
        revokedAt: true,
        cards: { select: { cardId: true }, orderBy: { position: "asc" } },
        _count: { select: { guests: true } },
      },
    });
    const state = link ? linkState(link, now) : "unknown";
    if (!link || state !== "open") throw new AppError("FORBIDDEN", CLOSED_LINK_SENTENCES[state === "open" ? "unknown" : state]);
    if (link._count.guests >= MOST_GUESTS)
      throw new AppError("TOO_MANY_REQUESTS", "So many people came through this link that it takes in no more. Ask for a new one.");
    const secret = randomBytes(32).toString("base64url");
    const guest = await tx.guest.create({
      data: { workspaceId, linkId, name, device, secretHash: await secretHash(secret), createdAt: now, lastSeenAt: now },
    });
    await tx.shareLink.update({ where: { id: linkId }, data: { failedEntries: 0, restsUntil: null } });
    return {
      result: { guestId: guest.id, secret },
      audit: [{ subjectKind: "share", subjectId: linkId, details: { guest: name, guestId: guest.id, device } }],
      events: [guestEvent(linkId, "entered")],
    };
  },
});

/**
 * Lets somebody in through a link. Every try at a password counts before it is looked at, so that a thousand sent at once are no more
 * than a few; after those the link rests, and right and wrong ones are turned away alike.
 */
export async function enterShare(
  workspaceId: string,
  { password, ...entering }: z.input<typeof Entering> & { readonly password: string },
  now = new Date(),
): Promise<{ readonly guestId: string; readonly secret: string }> {
  const locked = await claimTry(workspaceId, entering.linkId, now);
  if (locked.passwordHash !== null && !(await isLinkPassword(locked.passwordHash, password)))
    throw new AppError("FORBIDDEN", "This is not the password of the link.", { details: { field: "password" } });
  return admit({ kind: "system", workspaceId }, entering);
}

async function claimTry(workspaceId: string, linkId: string, now: Date): Promise<{ readonly passwordHash: string | null }> {
  return db().$transaction(async (tx) => {
    const [link] = await tx.$queryRaw<{ passwordHash: string | null; failedEntries: number; restsUntil: Date | null }[]>`
      SELECT "passwordHash", "failedEntries", "restsUntil" FROM "ShareLink"
      WHERE "id" = ${linkId}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR UPDATE`;
    if (!link) throw new AppError("NOT_FOUND", CLOSED_LINK_SENTENCES.unknown);
    if (link.passwordHash === null) return link;
    if (isResting(link.restsUntil, now))
      throw new AppError("TOO_MANY_REQUESTS", "Too many wrong passwords. Wait a little and try again.", { details: { field: "password" } });
    const failedEntries = link.failedEntries + 1;
    await tx.shareLink.update({ where: { id: linkId }, data: { failedEntries, restsUntil: restUntil(failedEntries, now) } });
    return link;
  });
}
