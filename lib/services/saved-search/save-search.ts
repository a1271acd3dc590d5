import { z } from "zod";
import { AssetFilter } from "@/lib/domain/asset/filter";
import { CollectionName } from "@/lib/domain/collection/collection";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";

const MAX_SAVED = 200;

/** Keeps a filter under a name, for oneself or for everybody. */
export const saveSearch = write({
  verb: "saved-search.save",
  permission: "asset.write",
  input: z.strictObject({ name: CollectionName, filter: AssetFilter, isShared: z.boolean().default(false) }),
  output: z.strictObject({ id: Id }),
  async run({ tx, actor }, { name, filter, isShared }) {
    const { workspaceId, memberId } = personOf(actor);
    if ((await tx.savedSearch.count({ where: { workspaceId, memberId } })) >= MAX_SAVED)
      throw new AppError("REFUSED", `You have ${MAX_SAVED} saved searches. Delete one first.`);
    const { id } = await tx.savedSearch.create({ data: { workspaceId, memberId, name, filter, isShared } });
    return {
      result: { id },
      audit: [{ subjectKind: "saved-search", subjectId: id, details: { name, isShared } }],
      events: [{ kind: "asset", id, version: 0, act: "saved" }],
    };
  },
});
