import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { mayCurateShelf, mayUseShelf, ShelfAccess } from "@/lib/domain/pattern/shelf-access";
import { PatternVersionInUse } from "@/lib/domain/pattern/view";
import { Id } from "@/lib/domain/wire";
import { deprecationOf, deprecationSelect } from "../library/library-view";
import { read } from "../read";
import { versionInclude, versionView } from "./pattern-view";

/** One version for whoever uses it: its contents, whether its pattern is deprecated, and the newer version if there is one. */
export const getVersion = read({
  verb: "pattern.get-version",
  permission: "workspace.read",
  input: z.strictObject({ versionId: Id }),
  output: PatternVersionInUse,
  async run({ db, actor }, { versionId }) {
    const found = await db.patternVersion.findFirst({
      where: { id: versionId, pattern: { workspaceId: actor.workspaceId } },
      include: {
        ...versionInclude,
        pattern: {
          include: {
            library: { select: { name: true, access: true } },
            successor: deprecationSelect.successor,
            versions: { orderBy: { number: "desc" }, take: 1, include: versionInclude },
          },
        },
      },
    });
    if (!found) throw new AppError("NOT_FOUND", "This pattern version does not exist.");
    const { pattern, ...version } = found;
    const [newest] = pattern.versions;
    const access = ShelfAccess.parse(pattern.library.access);
    return {
      patternId: pattern.id,
      name: pattern.name,
      slug: pattern.slug,
      libraryName: pattern.library.name,
      mayUse: mayUseShelf(access, actor),
      mayCurate: mayCurateShelf(access, actor),
      deprecated: deprecationOf(pattern),
      version: versionView(version),
      newer: newest && newest.number > version.number ? versionView(newest) : null,
    };
  },
});
