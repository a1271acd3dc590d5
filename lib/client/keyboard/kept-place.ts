/** What the keyboard can be on. */
const STOPS = '[tabindex="0"],a[href],button:not(:disabled),input:not(:disabled),textarea:not(:disabled),select:not(:disabled)';

/**
 * Remembers where the keyboard is. Asked later, it gives that place again – or, where it has gone from the page meanwhile, the nearest there
 * still is: of a tree whose line was folded away its present stop. Null when the keyboard was nowhere.
 */
export function keptPlace(): () => HTMLElement | null {
  const chain: HTMLElement[] = [];
  for (let at = document.activeElement; at instanceof HTMLElement && at !== document.body; at = at.parentElement) chain.push(at);
  return () => {
    const [origin] = chain;
    if (!origin || origin.isConnected) return origin ?? null;
    const around = chain.find((element) => element.isConnected);
    return around?.querySelector<HTMLElement>(STOPS) ?? null;
  };
}
