/** Where a text survives leaving the page: a draft, how a board was left. */
export interface Keeper {
  read(): string | null;
  keep(text: string): void;
}

/** Keeps a text in one of the browser's stores. A full or forbidden store loses the safety net, never what is on screen. */
export function browserKeeper(store: () => Storage, key: string): Keeper {
  return {
    read: () => {
      try {
        return store().getItem(key);
      } catch {
        return null;
      }
    },
    keep: (text) => {
      try {
        store().setItem(key, text);
      } catch {
        // Nothing to do: it is still on screen.
      }
    },
  };
}
