import type { ReactNode } from "react";
import { chordParts } from "./chord-parts";

/** One key cap. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd
      className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line-strong bg-inset px-1
        font-sans text-2xs leading-none text-muted"
    >
      {children}
    </kbd>
  );
}

/** A chord such as "mod+shift+z" as key caps: Ctrl ⇧ Z. */
export function Keys({ chord }: { chord: string }) {
  return (
    <span className="inline-flex shrink-0 items-center gap-0.5">
      {chordParts(chord).map((part) => (
        <Kbd key={part}>{part}</Kbd>
      ))}
    </span>
  );
}
