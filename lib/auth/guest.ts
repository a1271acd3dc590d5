import { timingSafeEqual } from "node:crypto";
import { db } from "@/lib/db/client";
import { secretHash } from "@/lib/domain/access/secret-hash";
import { AppError } from "@/lib/domain/errors";
import type { Guest } from "@/lib/domain/guest/guest";
import { GuestPowers } from "@/lib/domain/guest/power";
import { CLOSED_LINK_SENTENCES, type LinkState, linkState, readShareToken } from "@/lib/domain/guest/share-link";
import { usesSecureCookies } from "./session-cookie";

/** What the holder of an address may know of the link before they are in. */
export interface FoundShare {
  readonly linkId: string;
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly name: string;
  readonly hasPassword: boolean;
  readonly state: LinkState;
}

/** Compared with when there is no such link, so that a guess takes as long as a miss. */
const NO_HASH = "0".repeat(64);

/** The link an address belongs to; null when there is none. Whether it expired is told only to whoever holds the right address. */
export async function findShare(token: string, now = new Date()): Promise<FoundShare | null> {
  const halves = readShareToken(token);
  if (!halves) return null;
  const link = await db().shareLink.findUnique({
    where: { publicId: halves.publicId },
    include: { workspace: { select: { name: true } } },
  });
  const isRight = isSame(link?.secretHash ?? NO_HASH, await secretHash(halves.secret));
  if (!link || !isRight) return null;
  return {
    linkId: link.id,
    workspaceId: link.workspaceId,
    workspaceName: link.workspace.name,
    name: link.name,
    hasPassword: link.passwordHash !== null,
    state: linkState(link, now),
  };
}

/** Who of a link's guests carries this secret; null when nobody does. What the link allows is read anew each time. */
export async function guestWith({ linkId, workspaceId }: FoundShare, secret: string | undefined): Promise<Guest | null> {
  if (!secret) return null;
  const guest = await db().guest.findFirst({
    where: { secretHash: await secretHash(secret), linkId },
    select: { id: true, name: true, link: { select: { powers: true, isWatermarked: true } } },
  });
  if (!guest) return null;
  const { powers, isWatermarked } = guest.link;
  return { kind: "guest", workspaceId, linkId, guestId: guest.id, name: guest.name, powers: GuestPowers.parse(powers), isWatermarked };
}

/**
 * The guest behind a request to an address below `/share/<token>`.
 * @throws AppError NOT_FOUND for an address that opens nothing, UNAUTHENTICATED for somebody who has not come in
 */
export async function requireGuest(token: string, request: Pick<Request, "headers">): Promise<Guest> {
  const link = await findShare(token);
  if (!link) throw new AppError("NOT_FOUND", CLOSED_LINK_SENTENCES.unknown);
  if (link.state !== "open") throw new AppError("FORBIDDEN", CLOSED_LINK_SENTENCES[link.state]);
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  const secret = pairs.find((pair) => pair.startsWith(`${GUEST_COOKIE}=`))?.slice(GUEST_COOKIE.length + 1);
  const guest = await guestWith(link, secret);
  if (!guest) throw new AppError("UNAUTHENTICATED", "Open the link and say who you are.");
  return guest;
}

export const GUEST_COOKIE = "selects.guest";
const COOKIE_SECONDS = 90 * 24 * 3600;

/** What a guest's browser carries: for this link's address only, so that several links do not know of each other. */
export function guestCookie(token: string, secret: string) {
  const path = `/share/${token}`;
  return {
    name: GUEST_COOKIE,
    value: secret,
    httpOnly: true,
    sameSite: "lax",
    secure: usesSecureCookies(),
    path,
    maxAge: COOKIE_SECONDS,
  } as const;
}

function isSame(stored: string, given: string): boolean {
  return timingSafeEqual(Buffer.from(stored, "hex"), Buffer.from(given, "hex"));
}
