import { createStore, type StoreApi } from "zustand";
import { Draft } from "./draft";

/** One mounted board: what is written, chosen and looked at. Server facts are not here. */
export interface Desk {
  readonly draft: Draft;
  /** Ids of chosen prompts and variants. */
  readonly selection: ReadonlySet<string>;
  /** The keyboard's place: the chosen variant, or the prompt itself. */
  readonly place: { readonly promptId: string; readonly variantId: string | null } | null;
  /** A prompt that wants to be seen as soon as it is on the board. */
  readonly wanted: string | null;
  readonly setDraft: (draft: Draft) => void;
  readonly setRecipe: (change: Partial<Draft["recipe"]>) => void;
  readonly select: (ids: Iterable<string>, mode: "replace" | "extend" | "toggle") => void;
  readonly moveTo: (place: Desk["place"]) => void;
  /** Goes to a prompt and brings it into view once it is there; it may still be on its way. */
  readonly show: (promptId: string) => void;
  readonly wasShown: () => void;
}

export type DeskStore = StoreApi<Desk>;

/** Where unsent text survives a reload and a crash; localStorage in the browser. */
export interface DraftKeeper {
  read(): string | null;
  keep(text: string): void;
}

/** Makes the store of a mounted board, with the draft that was left there. */
export function createDesk(first: Draft, keeper: DraftKeeper): DeskStore {
  const store = createStore<Desk>()((set) => ({
    draft: keptDraft(keeper) ?? first,
    selection: new Set(),
    place: null,
    wanted: null,
    setDraft: (draft) => set({ draft }),
    setRecipe: (change) => set(({ draft }) => ({ draft: { ...draft, recipe: { ...draft.recipe, ...change } } })),
    select: (ids, mode) => set(({ selection }) => ({ selection: chosen(selection, [...ids], mode) })),
    moveTo: (place) => set({ place, wanted: null }),
    show: (promptId) => set({ place: { promptId, variantId: null }, selection: new Set([promptId]), wanted: promptId }),
    wasShown: () => set({ wanted: null }),
  }));
  store.subscribe((state, before) => {
    if (state.draft !== before.draft) keeper.keep(JSON.stringify(state.draft));
  });
  return store;
}

function keptDraft(keeper: DraftKeeper): Draft | null {
  try {
    return Draft.safeParse(JSON.parse(keeper.read() ?? "null")).data ?? null;
  } catch {
    return null;
  }
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
