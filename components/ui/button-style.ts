import clsx from "clsx";

/**
 * primary: the one act of this place · quiet: every other act, with a hairline · ghost: acts in rows and bars · danger: ends or withdraws something.
 */
export type ButtonVariant = "primary" | "quiet" | "ghost" | "danger";
/** small 24 px · medium 28 px · large 36 px high. */
export type ButtonSize = "small" | "medium" | "large";

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong",
  quiet: "border-line-strong bg-raised text-ink hover:bg-hover",
  ghost: "border-transparent text-muted hover:bg-hover hover:text-ink data-popup-open:bg-hover data-popup-open:text-ink",
  danger: "border-transparent bg-bad-soft text-bad hover:bg-bad-strong hover:text-on-accent",
};

const SIZES: Readonly<Record<ButtonSize, string>> = {
  small: "h-6 gap-1 px-2 text-xs",
  medium: "h-7 gap-1.5 px-2.5 text-sm",
  large: "h-9 gap-2 px-4 text-lg",
};

const SQUARES: Readonly<Record<ButtonSize, string>> = { small: "size-6", medium: "size-7", large: "size-9" };

const SHARED =
  "relative inline-flex shrink-0 items-center justify-center rounded-md border font-medium whitespace-nowrap select-none " +
  "transition-colors duration-100 aria-disabled:cursor-not-allowed aria-disabled:opacity-50 [&_svg]:shrink-0";

/** The look of anything that is pressed, be it a button or a link. `square` is for a lone icon. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, square = false): string {
  return clsx(SHARED, VARIANTS[variant], square ? SQUARES[size] : SIZES[size]);
}
