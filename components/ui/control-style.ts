/** What every field one types or chooses in shares: an inset well with a firm edge, red when its value is refused. */
export const CONTROL =
  "w-full rounded-md border border-line-strong bg-field px-2 text-sm text-ink transition-colors duration-100 " +
  "hover:border-faint focus-visible:outline-offset-0 data-invalid:border-bad " +
  "disabled:cursor-not-allowed disabled:text-faint disabled:hover:border-line-strong";

/** A list that floats: menus, selects, comboboxes. */
export const POPUP =
  "max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto overscroll-contain rounded-lg bg-raised p-1 text-sm text-ink shadow-float " +
  "outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0";

/** One row of such a list. */
export const POPUP_ITEM =
  "flex min-h-7 cursor-default items-center gap-2 rounded-sm px-2 py-1 outline-none select-none " +
  "data-highlighted:bg-hover data-disabled:text-faint";

/** The way out of something that floats. Without a tooltip: Esc would first close that. */
export const CLOSE_BUTTON = "flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink";
