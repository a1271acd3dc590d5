import { z } from "zod";
import { Id } from "@/lib/domain/wire";
import { ZipView } from "@/lib/domain/zip/zip";
import { personOf } from "../person";
import { read } from "../read";
import { noSuchZip, zipsSince, zipView } from "./zip-view";

const SHOWN = 10;

/** One's own zips that are still kept, newest first. */
export const listZips = read({
  verb: "zip.list",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(ZipView),
  async run({ db, actor }) {
    const { workspaceId, memberId } = personOf(actor);
    const zips = await db.assetZip.findMany({
      where: { workspaceId, memberId, status: { not: "cancelled" }, createdAt: { gte: zipsSince(new Date()) } },
      orderBy: { id: "desc" },
      take: SHOWN,
    });
    return zips.map(zipView);
  },
});

export const getZip = read({
  verb: "zip.get",
  permission: "workspace.read",
  input: z.strictObject({ zipId: Id }),
  output: ZipView,
  async run({ db, actor }, { zipId }) {
    const { workspaceId, memberId } = personOf(actor);
    const zip = await db.assetZip.findFirst({ where: { id: zipId, workspaceId, memberId, createdAt: { gte: zipsSince(new Date()) } } });
    if (!zip) throw noSuchZip();
    return zipView(zip);
  },
});
