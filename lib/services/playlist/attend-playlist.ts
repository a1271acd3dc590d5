import { z } from "zod";
import { PersonName } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { noSuchPlaylist, PRESENT_MS } from "./playlist-view";

/** Says that somebody is present. Only arriving is told to the others; who stays away for long has left. */
export const attendPlaylist = write({
  verb: "playlist.attend",
  permission: "workspace.read",
  input: z.strictObject({ playlistId: Id }),
  output: z.strictObject({ present: z.array(PersonName) }),
  async run({ tx, actor, now }, { playlistId }) {
    const { workspaceId, memberId } = personOf(actor);
    const playlist = await tx.playlist.findFirst({ where: { id: playlistId, workspaceId }, select: { version: true } });
    if (!playlist) throw noSuchPlaylist();
    const since = new Date(now.getTime() - PRESENT_MS);
    const wasHere = (await tx.attendance.count({ where: { playlistId, memberId, seenAt: { gt: since } } })) > 0;
    await tx.attendance.upsert({
      where: { playlistId_memberId: { playlistId, memberId } },
      create: { playlistId, memberId, seenAt: now },
      update: { seenAt: now },
    });
    const rows = await tx.attendance.findMany({
      where: { playlistId, seenAt: { gt: since } },
      select: { member: { select: { id: true, displayName: true } } },
      orderBy: { memberId: "asc" },
    });
    const result = { present: rows.map(({ member }) => ({ id: member.id, name: member.displayName })) };
    if (wasHere) return { result, unchanged: true };
    return {
      result,
      audit: [{ subjectKind: "playlist", subjectId: playlistId, details: { act: "arrived" } }],
      events: [{ kind: "playlist", id: playlistId, version: playlist.version, act: "joined" }],
    };
  },
});
