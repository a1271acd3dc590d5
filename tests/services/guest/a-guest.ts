import { findShare, guestWith } from "@/lib/auth/guest";
import type { PersonActor } from "@/lib/domain/access/actor";
import type { Guest } from "@/lib/domain/guest/guest";
import type { GuestPower } from "@/lib/domain/guest/power";
import { createShare } from "@/lib/services/guest/create-share";
import { enterShare } from "@/lib/services/guest/enter-share";

export const EVERYTHING = ["see", "comment", "mark", "recommend", "download"] as const satisfies readonly GuestPower[];

interface Wish {
  readonly powers?: readonly GuestPower[];
  readonly password?: string;
  readonly isWatermarked?: boolean;
}

/** A link to these cards, with its token. */
export async function aLink(by: PersonActor, cardIds: readonly string[], { powers = EVERYTHING, ...wish }: Wish = {}) {
  const link = await createShare(by, { name: "For the client", cardIds: [...cardIds], powers: [...powers], ...wish });
  return { linkId: link.id, token: link.path.replace("/share/", "") };
}

/** Comes through a link as a browser does; who that is then, and what the browser carries. */
export async function comeIn(token: string, name = "Mia", password = ""): Promise<{ guest: Guest; secret: string }> {
  const link = await findShare(token);
  if (!link) throw new Error("There is no such link.");
  const { secret } = await enterShare(link.workspaceId, { linkId: link.linkId, name, device: "Firefox on Linux", password });
  const guest = await guestWith(link, secret);
  if (!guest) throw new Error("Nobody came in.");
  return { guest, secret };
}
