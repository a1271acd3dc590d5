/** What the composer and what stands in its place at first share, so that nothing moves when it comes. */
export const COMPOSER = "@container relative border-t border-line bg-surface px-3 pt-2 pb-2.5";
export const COMPOSER_CLOSED = "flex h-full items-center border-t border-line bg-surface px-3 py-4 text-sm text-muted";
export const PROMPT_SHAPE = "max-h-40 min-h-10 text-sm";
export const PROMPT_TEXT =
  "field-sizing-content w-full resize-none bg-transparent font-mono leading-5 rounded-sm outline-offset-4 placeholder:text-faint";
export const PROMPT_PLACEHOLDER = "What should there be? For example: a lone sailboat on a calm sea at sunset, watercolour";
