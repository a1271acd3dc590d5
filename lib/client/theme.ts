/** How the studio looks to this person. Kept in cookies, so that the server renders the right one and nothing flashes. */
export const THEMES = ["dark", "light"] as const;
export type Theme = (typeof THEMES)[number];

/** What lies behind pictures: the theme's own ground, or the mid grey (L ≈ 0.5) that colours are judged on. */
export const SURROUNDS = ["theme", "judging"] as const;
export type Surround = (typeof SURROUNDS)[number];

export const THEME_COOKIE = "selects-theme";
export const SURROUND_COOKIE = "selects-surround";

const YEAR_SECONDS = 31_536_000;

/** The theme a cookie asks for; dark when it asks for nothing we know. */
export function parseTheme(value: string | undefined): Theme {
  return value === "light" ? "light" : "dark";
}

export function parseSurround(value: string | undefined): Surround {
  return value === "judging" ? "judging" : "theme";
}

export function currentTheme(): Theme {
  return parseTheme(document.documentElement.dataset.theme);
}

export function currentSurround(): Surround {
  return parseSurround(document.documentElement.dataset.surround);
}

/** Shows the theme at once and keeps it for a year. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  keep(THEME_COOKIE, theme);
}

export function chooseSurround(surround: Surround): void {
  document.documentElement.dataset.surround = surround;
  keep(SURROUND_COOKIE, surround);
}

/** Calls back when theme or surround change, whoever changed them. Returns how to stop. */
export function watchLook(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "data-surround"] });
  return () => observer.disconnect();
}

function keep(name: string, value: string): void {
  // The Cookie Store API is asynchronous and not everywhere; this line is neither.
  // biome-ignore lint/suspicious/noDocumentCookie: a preference, written synchronously so that the next page already has it
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
