"use client";
import { useQueryClient } from "@tanstack/react-query";
import { announce } from "@/components/ui/announce";
import type { Act } from "@/lib/client/history/history";
import { useHistory } from "@/lib/client/history/history-provider";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import type { PatternCard, ShelfView } from "@/lib/domain/pattern/browse/card";
import { behind, placedBefore } from "@/lib/domain/pattern/order";

type Named = Pick<PatternCard, "id" | "name" | "libraryId">;
export type ShelfMoves = ReturnType<typeof useShelfMoves>;

/** The order of shelves and of what stands on them. The screen shows it at once; every move can be undone. */
export function useShelfMoves() {
  const queries = useQueryClient();
  const history = useHistory();
  const key = studio.library.listShelves.queryKey({ input: {} });
  const shelves = () => queries.getQueryData(key) ?? [];
  const show = (next: readonly ShelfView[]) => queries.setQueryData(key, [...next]);
  const readAgain = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: studio.library.key() }),
      queries.invalidateQueries({ queryKey: studio.pattern.key() }),
    ]);

  const act = (deed: Act, said: string) => {
    history.act(deed).then(
      () =>
        announce({
          tone: "plain",
          text: said,
          id: "shelf-move",
          action: {
            label: "Undo",
            run: () => void history.undo(deed).catch((error) => announce({ tone: "bad", text: sentenceOf(error) })),
          },
        }),
      (error) => announce({ tone: "bad", text: sentenceOf(error) }),
    );
  };

  const putPattern = async (pattern: Named, libraryId: string, beforeId: string | null) => {
    show(withPattern(shelves(), pattern.id, libraryId, beforeId));
    await rpc.pattern.move({ patternId: pattern.id, libraryId, beforeId }).finally(readAgain);
  };
  const putShelf = async (libraryId: string, beforeId: string | null) => {
    const all = shelves();
    const order = placedBefore(
      all.map(({ id }) => id),
      libraryId,
      beforeId,
    );
    show(order.flatMap((id) => all.find((shelf) => shelf.id === id) ?? []));
    await rpc.library.move({ libraryId, beforeId }).finally(readAgain);
  };

  const movePattern = (pattern: Named, libraryId: string, beforeId: string | null) => {
    const ids = patternsOf(shelves(), pattern.libraryId);
    const back = behind(ids, pattern.id);
    if (beforeId === pattern.id || (libraryId === pattern.libraryId && beforeId === back)) return;
    const shelf = shelves().find(({ id }) => id === libraryId);
    act(
      {
        title: "move",
        forth: () => putPattern(pattern, libraryId, beforeId),
        back: () => putPattern(pattern, pattern.libraryId, back),
      },
      libraryId === pattern.libraryId ? `“${pattern.name}” moved.` : `“${pattern.name}” is on the shelf ${shelf?.name ?? ""} now.`,
    );
  };

  return {
    pattern: movePattern,
    /** To the front of another shelf. */
    toShelf: (pattern: Named, libraryId: string) => movePattern(pattern, libraryId, patternsOf(shelves(), libraryId)[0] ?? null),
    /** One place to the left or right on its shelf. */
    step: ({ id: libraryId, order, cards }: ShelfView, patternId: string, by: -1 | 1) => {
      const target = stepTarget(order, patternId, by);
      const name = cards.find(({ id }) => id === patternId)?.name ?? "The pattern";
      if (target !== undefined) movePattern({ id: patternId, name, libraryId }, libraryId, target);
    },
    shelf: (library: Pick<ShelfView, "id" | "name">, by: -1 | 1) => {
      const ids = shelves().map(({ id }) => id);
      const target = stepTarget(ids, library.id, by);
      if (target === undefined) return;
      const back = behind(ids, library.id);
      act(
        { title: "move", forth: () => putShelf(library.id, target), back: () => putShelf(library.id, back) },
        `The shelf “${library.name}” moved ${by < 0 ? "up" : "down"}.`,
      );
    },
    /** Takes a shelf down with its patterns. */
    archive: ({ id: libraryId, name }: Pick<ShelfView, "id" | "name">) =>
      act(
        {
          title: "archive",
          forth: () => rpc.library.archive({ libraryId }).finally(readAgain),
          back: () => rpc.library.restore({ libraryId }).finally(readAgain),
        },
        `The shelf “${name}” is archived with its patterns.`,
      ),
  };
}

const patternsOf = (shelves: readonly ShelfView[], libraryId: string) => shelves.find(({ id }) => id === libraryId)?.order ?? [];

/** Before which one it then stands, null for last; undefined where it cannot go further. */
function stepTarget(ids: readonly string[], id: string, by: -1 | 1): string | null | undefined {
  const at = ids.indexOf(id);
  if (by < 0) return at <= 0 ? undefined : ids[at - 1];
  return at === -1 || at === ids.length - 1 ? undefined : (ids[at + 2] ?? null);
}

/** How the shelves stand then. A card that goes to another shelf is shown there as far as it is known here. */
function withPattern(shelves: readonly ShelfView[], patternId: string, libraryId: string, beforeId: string | null): readonly ShelfView[] {
  const card = shelves.flatMap(({ cards }) => cards).find(({ id }) => id === patternId);
  return shelves.map((shelf) => {
    if (shelf.id !== libraryId) return { ...shelf, order: shelf.order.filter((id) => id !== patternId) };
    const isKnown = !card || shelf.cards.some(({ id }) => id === patternId);
    const cards = isKnown ? shelf.cards : [...shelf.cards, { ...card, libraryId, libraryName: shelf.name }];
    return { ...shelf, cards, order: [...placedBefore(shelf.order, patternId, beforeId)] };
  });
}
