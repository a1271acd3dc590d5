import { facetsOf, PatternFacets, PatternFilter } from "@/lib/domain/pattern/browse/found";
import { read } from "../read";
import { findablePatterns } from "./findable";
import { standingIn, viewerOf } from "./pattern-cards";
import { loadStandings } from "./standings";

/** How many patterns each filter would leave, with the others as they are. */
export const countPatterns = read({
  verb: "pattern.count",
  permission: "workspace.read",
  input: PatternFilter,
  output: PatternFacets,
  async run({ db, actor }, filter) {
    const rows = await findablePatterns(db, actor.workspaceId);
    const standings = await loadStandings(
      db,
      actor.workspaceId,
      rows.map(({ versionId }) => versionId),
      viewerOf(actor),
    );
    return facetsOf(
      rows.map((row) => ({ ...row, standing: standingIn(standings, row.versionId) })),
      filter,
    );
  },
});
