import type { Database } from "@/lib/db/client";
import type { FallbackPath } from "@/lib/domain/review/fallback";
import type { FallbackTarget } from "@/lib/domain/review/view";
import { engineNames } from "../engine/engine-names";
import { pictureOf, pictureSelect } from "./card-picture";

/** What a fallback path names, by its own name; null when it names nothing, or nothing that is there. `makerId`: who was given the work by hand. */
export async function fallbackTarget(
  db: Database,
  workspaceId: string,
  path: FallbackPath,
  makerId: string | null,
): Promise<FallbackTarget | null> {
  const { kind } = path;
  switch (kind) {
    case "engine": {
      const name = engineNames().get(path.engineId);
      return name === undefined ? null : { kind, id: path.engineId, name };
    }
    case "pattern": {
      const labels = { where: { name: "production" }, take: 1, select: { name: true } } as const;
      const select = { id: true, name: true, slug: true, labels } as const;
      const pattern = await db.pattern.findFirst({ where: { id: path.patternId, workspaceId }, select });
      return pattern && { kind, id: pattern.id, name: pattern.name, slug: pattern.slug, isSigned: pattern.labels.length > 0 };
    }
    case "library-asset": {
      const where = { id: path.assetId, workspaceId, deletedAt: null };
      const asset = await db.asset.findFirst({ where, select: pictureSelect });
      return asset && { kind, id: asset.id, name: asset.fileName, picture: pictureOf(asset) };
    }
    case "manual": {
      const id = makerId ?? path.memberId;
      const member = id && (await db.member.findFirst({ where: { id, workspaceId }, select: { id: true, displayName: true } }));
      return member ? { kind, id: member.id, name: member.displayName } : null;
    }
    case "stop":
      return null;
    default:
      return kind satisfies never;
  }
}
