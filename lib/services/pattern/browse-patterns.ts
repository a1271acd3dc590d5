import { PatternCard } from "@/lib/domain/pattern/browse/card";
import { findPatterns, PatternFilter, PatternSort, sortPatterns } from "@/lib/domain/pattern/browse/found";
import { PageRequest, pageOf } from "@/lib/domain/wire";
import { read } from "../read";
import { findablePatterns } from "./findable";
import { pageBehind, patternCards, standingIn, viewerOf } from "./pattern-cards";
import { loadStandings } from "./standings";

/** Patterns that fit a filter, in the order asked for. Proofs of all of them are read only where filter or order asks. */
export const browsePatterns = read({
  verb: "pattern.browse",
  permission: "workspace.read",
  input: PatternFilter.extend({ ...PageRequest, sort: PatternSort.default("shelf") }),
  output: pageOf(PatternCard),
  async run({ db, actor }, { cursor, limit, sort, ...filter }) {
    const { workspaceId } = actor;
    const { passAtLeast: _, acceptedAtMost: __, ...named } = filter;
    const all = await findablePatterns(db, workspaceId);
    const likely = findPatterns(
      all.map((row) => ({ ...row, standing: null })),
      named,
    );
    const asksProof = filter.passAtLeast !== undefined || filter.acceptedAtMost !== undefined || sort === "proven" || sort === "cheapest";
    const standings = asksProof
      ? await loadStandings(
          db,
          workspaceId,
          likely.map(({ versionId }) => versionId),
          viewerOf(actor),
        )
      : undefined;
    const proven = standings ? likely.map((row) => ({ ...row, standing: standingIn(standings, row.versionId) })) : likely;
    const { shown, next } = pageBehind(sortPatterns(findPatterns(proven, filter), sort), cursor, limit);
    return { items: await patternCards(db, actor, shown, standings), next };
  },
});
