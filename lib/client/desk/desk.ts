import { createStore, type StoreApi } from "zustand";
import type { PromptView } from "@/lib/domain/prompt/view";
import { BoardLook } from "./board-look";
import { Draft } from "./draft";
import type { Keeper } from "./keeper";

/** One mounted board: what is written, chosen and looked at. Server facts are not here. */
export interface Desk {
  readonly draft: Draft;
  /** Ids of chosen prompts and variants. */
  readonly selection: ReadonlySet<string>;
  /** The keyboard's place: the chosen variant, or the prompt itself. */
  readonly place: BoardLook["place"];
  /** Prompts that are shown without their variants and branches. */
  readonly folded: ReadonlySet<string>;
  /** A prompt that wants to be seen as soon as it is on the board. */
  readonly wanted: string | null;
  /** Prompts whose run was asked for and has not been told of by the studio yet, by id. */
  readonly starting: ReadonlyMap<string, PromptView>;
  /** How the board was left: a moment ago in this tab, which is resumed exactly, or on an earlier day. Null on the first visit. */
  readonly left: { readonly camera: NonNullable<BoardLook["camera"]>; readonly isThisVisit: boolean } | null;
  readonly setDraft: (draft: Draft) => void;
  readonly setRecipe: (change: Partial<Draft["recipe"]>) => void;
  readonly setGrid: (change: Partial<Draft["grid"]>) => void;
  readonly select: (ids: Iterable<string>, mode: "replace" | "extend" | "toggle") => void;
  readonly moveTo: (place: Desk["place"]) => void;
  /** Shows a prompt without what is below it, and goes there; or shows it all again. */
  readonly fold: (promptId: string, isFolded: boolean) => void;
  readonly unfold: (promptIds: readonly string[]) => void;
  /** Goes to a prompt and brings it into view once it is there; it may still be on its way. */
  readonly show: (promptId: string) => void;
  readonly wasShown: () => void;
  /** The run of a prompt is being started. */
  readonly begin: (prompt: PromptView) => void;
  /** That is over: it was told of, or refused. */
  readonly begun: (promptId: string) => void;
  /** What is in view now, for the next time. */
  readonly look: (camera: NonNullable<BoardLook["camera"]>) => void;
}

export type DeskStore = StoreApi<Desk>;

/** Where a desk survives: the draft and the look for days, the look also for this tab alone. */
export interface DeskKeepers {
  readonly draft: Keeper;
  readonly look: Keeper;
  readonly visit: Keeper;
}

/** Makes the store of a mounted board, as it was left. What was chosen is kept for a visit, not for the next day. */
export function createDesk(first: Draft, keepers: DeskKeepers): DeskStore {
  const visited = kept(keepers.visit, BoardLook);
  const before = visited ?? kept(keepers.look, BoardLook);
  let camera = before?.camera ?? null;
  const store = createStore<Desk>()((set) => ({
    draft: kept(keepers.draft, Draft) ?? first,
    selection: new Set(visited?.selection),
    place: before?.place ?? null,
    folded: new Set(before?.folded),
    wanted: null,
    starting: new Map(),
    left: camera && { camera, isThisVisit: visited !== null },
    setDraft: (draft) => set({ draft }),
    setRecipe: (change) => set(({ draft }) => ({ draft: { ...draft, recipe: { ...draft.recipe, ...change } } })),
    setGrid: (change) => set(({ draft }) => ({ draft: { ...draft, grid: { ...draft.grid, ...change } } })),
    select: (ids, mode) => set(({ selection }) => ({ selection: chosen(selection, [...ids], mode) })),
    moveTo: (place) => set({ place, wanted: null }),
    fold: (promptId, isFolded) =>
      set(({ folded }) =>
        isFolded
          ? { folded: new Set([...folded, promptId]), place: { promptId, variantId: null }, selection: new Set([promptId]) }
          : { folded: without(folded, [promptId]) },
      ),
    unfold: (promptIds) => set(({ folded }) => ({ folded: without(folded, promptIds) })),
    show: (promptId) => set({ place: { promptId, variantId: null }, selection: new Set([promptId]), wanted: promptId }),
    wasShown: () => set({ wanted: null }),
    begin: (prompt) => set(({ starting }) => ({ starting: new Map([...starting, [prompt.id, prompt]]) })),
    begun: (promptId) => set(({ starting }) => ({ starting: new Map([...starting].filter(([id]) => id !== promptId)) })),
    look(seen) {
      camera = seen;
      keepLook(store.getState());
    },
  }));
  const keepLook = ({ place, selection, folded }: Desk) => {
    const look = JSON.stringify({ camera, place, selection: [...selection], folded: [...folded] } satisfies BoardLook);
    keepers.look.keep(look);
    keepers.visit.keep(look);
  };
  store.subscribe((state, earlier) => {
    if (state.draft !== earlier.draft) keepers.draft.keep(JSON.stringify(state.draft));
    if (state.place !== earlier.place || state.selection !== earlier.selection || state.folded !== earlier.folded) keepLook(state);
  });
  return store;
}

/** What a keeper holds, if it still is what we keep today. */
function kept<Kept>(keeper: Keeper, schema: { safeParse(value: unknown): { data?: Kept | undefined } }): Kept | null {
  try {
    return schema.safeParse(JSON.parse(keeper.read() ?? "null")).data ?? null;
  } catch {
    return null;
  }
}

function without(before: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  return new Set([...before].filter((id) => !ids.includes(id)));
}

function chosen(before: ReadonlySet<string>, ids: readonly string[], mode: "replace" | "extend" | "toggle"): ReadonlySet<string> {
  if (mode === "replace") return new Set(ids);
  const after = new Set(before);
  for (const id of ids) {
    if (mode === "toggle" && after.has(id)) after.delete(id);
    else after.add(id);
  }
  return after;
}
