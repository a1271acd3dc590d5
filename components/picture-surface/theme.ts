import type { SurfaceTone } from "./scene";

/** Everything the painter needs from the page's look, read once per change of theme. Colours are CSS colours. */
export type SurfaceTheme = {
  /** Behind everything. */
  readonly ground: string;
  readonly card: string;
  /** Hairline around a card. */
  readonly line: string;
  readonly edge: string;
  /** Where a picture is not yet. */
  readonly well: string;
  readonly tones: Readonly<Record<SurfaceTone, string>>;
  readonly accent: string;
  /** On top of the accent. */
  readonly onAccent: string;
  readonly fontFamily: string;
};

type Palette = Omit<SurfaceTheme, "tones" | "fontFamily"> & Record<SurfaceTone, string>;

const dark: Palette = {
  ground: "#171717",
  card: "#202020",
  line: "#343434",
  edge: "#505050",
  well: "#2b2b2b",
  plain: "#ececec",
  quiet: "#9d9d9d",
  accent: "#8e92f4",
  onAccent: "#121212",
  good: "#5fc992",
  warn: "#e2b457",
  bad: "#f08080",
};

const light: Palette = {
  ground: "#f2f2f2",
  card: "#ffffff",
  line: "#d9d9d9",
  edge: "#b4b4b4",
  well: "#e6e6e6",
  plain: "#1b1b1b",
  quiet: "#626262",
  accent: "#4f52c9",
  onAccent: "#ffffff",
  good: "#1d7a4b",
  warn: "#8a5a00",
  bad: "#b3302f",
};

const LIGHT_SCHEME = "(prefers-color-scheme: light)";

/**
 * Reads `--surface-ground`, `-card`, `-line`, `-edge`, `-well`, `-plain`, `-quiet`, `-accent`, `-on-accent`, `-good`,
 * `-warn` and `-bad` where the element stands; what the page does not set is a neutral grey of its scheme.
 */
export function readTheme(element: Element): SurfaceTheme {
  const style = getComputedStyle(element);
  const fallback = isLight() ? light : dark;
  const read = (name: string, otherwise: string) => style.getPropertyValue(`--surface-${name}`).trim() || otherwise;
  const tone = (name: SurfaceTone) => read(name, fallback[name]);
  return {
    ground: read("ground", fallback.ground),
    card: read("card", fallback.card),
    line: read("line", fallback.line),
    edge: read("edge", fallback.edge),
    well: read("well", fallback.well),
    accent: tone("accent"),
    onAccent: read("on-accent", fallback.onAccent),
    tones: {
      plain: tone("plain"),
      quiet: tone("quiet"),
      accent: tone("accent"),
      good: tone("good"),
      warn: tone("warn"),
      bad: tone("bad"),
    },
    fontFamily: style.fontFamily || "system-ui, sans-serif",
  };
}

function isLight(): boolean {
  const chosen = document.documentElement.dataset.theme;
  if (chosen !== undefined && chosen !== "system") return chosen === "light";
  return matchMedia(LIGHT_SCHEME).matches;
}

/** Calls back whenever the page's theme may have changed. Returns how to stop. */
export function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "data-surround", "class", "style"] });
  const scheme = matchMedia(LIGHT_SCHEME);
  scheme.addEventListener("change", onChange);
  return () => {
    observer.disconnect();
    scheme.removeEventListener("change", onChange);
  };
}
