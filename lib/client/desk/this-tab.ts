const KEY = "selects.tab";

let known: string | null = null;

/**
 * The name of this tab: the same after a reload, another one in every other tab. A duplicated tab inherits its twin's
 * store, so the name is held with a lock; who comes second takes a new one.
 */
export function thisTab(): string {
  if (known !== null) return known;
  known = remembered() ?? renamed();
  hold(known);
  return known;
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function renamed(): string {
  const name = crypto.randomUUID();
  try {
    sessionStorage.setItem(KEY, name);
  } catch {
    // A window that may not store anything has this name as long as it is open.
  }
  return name;
}

/** Held until the tab goes. Browsers without locks only miss the duplicated tab. */
function hold(name: string): void {
  if (!("locks" in navigator)) return;
  void navigator.locks.request(`${KEY}.${name}`, { ifAvailable: true }, (lock) => {
    if (lock) return new Promise(() => {});
    known = renamed();
    hold(known);
    return undefined;
  });
}
