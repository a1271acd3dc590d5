import clsx from "clsx";

/** A block of the right size where something is about to be. Put `aria-busy` on what holds them. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={clsx("block animate-breathe rounded-md bg-hover motion-reduce:animate-none", className)} />;
}
