import { z } from "zod";
import { ShelfView } from "@/lib/domain/pattern/browse/card";
import { findablePatterns } from "../pattern/findable";
import { pageBehind, patternCards } from "../pattern/pattern-cards";
import { read } from "../read";
import { bestPictures, libraryHead } from "./library-view";

/** Cards a shelf begins with: more than a wide screen shows of one row. */
const FIRST_CARDS = 8;

/** Every style library as it is browsed: in order, each with its first cards. The others are read with `pattern.browse`. */
export const listShelves = read({
  verb: "library.list-shelves",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(ShelfView),
  async run({ db, actor }) {
    const { workspaceId } = actor;
    const [libraries, rows, best] = await Promise.all([
      db.styleLibrary.findMany({
        where: { workspaceId, archivedAt: null },
        orderBy: [{ position: "asc" }, { id: "asc" }],
        omit: { workspaceId: true, position: true, archivedAt: true, createdAt: true },
      }),
      findablePatterns(db, workspaceId),
      bestPictures(db, workspaceId),
    ]);
    const shelves = libraries.map((library) => {
      const own = rows.filter(({ libraryId }) => libraryId === library.id);
      return { library, own, ...pageBehind(own, undefined, FIRST_CARDS) };
    });
    const cards = await patternCards(
      db,
      actor,
      shelves.flatMap(({ shown }) => shown),
    );
    return shelves.map(({ library, own, next }) => ({
      ...libraryHead(library, actor, best.get(library.id) ?? []),
      order: own.map(({ id }) => id),
      cards: cards.filter(({ libraryId }) => libraryId === library.id),
      next,
    }));
  },
});
