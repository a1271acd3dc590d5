import { z } from "zod";
import { AssetFilter } from "@/lib/domain/asset/filter";
import { SavedSearchView } from "@/lib/domain/collection/collection";
import { personOf } from "../person";
import { read } from "../read";

/** One's own saved searches and the shared ones, by name. */
export const listSavedSearches = read({
  verb: "saved-search.list",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(SavedSearchView),
  async run({ db, actor }) {
    const { workspaceId, memberId } = personOf(actor);
    const rows = await db.savedSearch.findMany({
      where: { workspaceId, OR: [{ memberId }, { isShared: true }] },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      include: { member: { select: { displayName: true } } },
    });
    return rows.flatMap(({ id, name, filter, isShared, version, member, memberId: owner }) => {
      // A filter of another time that can no longer be read is left out, not shown as everything.
      const read = AssetFilter.safeParse(filter);
      return read.success ? [{ id, name, filter: read.data, isShared, isMine: owner === memberId, by: member.displayName, version }] : [];
    });
  },
});
