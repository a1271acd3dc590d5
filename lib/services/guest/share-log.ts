import { z } from "zod";
import { GuestLogEntry } from "@/lib/domain/guest/view";
import { Id, PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { noSuchLink } from "./share-view";

/** Who came through a link, newest first: the name they gave, with what, when, and what they looked at or took. */
export const shareLog = read({
  verb: "share.log",
  permission: "workspace.read",
  input: z.strictObject({ linkId: Id, ...PageRequest }),
  output: pageOf(GuestLogEntry),
  async run({ db, actor }, { linkId, cursor, limit }) {
    const { workspaceId } = actor;
    if ((await db.shareLink.count({ where: { id: linkId, workspaceId } })) === 0) throw noSuchLink();
    const rows = await db.guest.findMany({
      where: { linkId, workspaceId, ...keyset(cursor) },
      include: {
        views: {
          orderBy: { lastAt: "desc" },
          include: { attempt: { select: { number: true, card: { select: { title: true } } } } },
        },
      },
      orderBy: { id: "desc" },
      take: limit + 1,
    });
    return paged(rows, limit, ({ id, name, device, createdAt, lastSeenAt, views }) => ({
      guestId: id,
      name,
      device,
      cameAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      views: views.map(({ attempt, act, times, firstAt, lastAt }) => ({
        cardTitle: attempt.card.title,
        attempt: attempt.number,
        act: act === "downloaded" ? ("downloaded" as const) : ("seen" as const),
        times,
        firstAt: firstAt.toISOString(),
        lastAt: lastAt.toISOString(),
      })),
    }));
  },
});
