import { CircleCheck, CircleDashed, CircleX, LoaderCircle, type LucideIcon, TriangleAlert } from "lucide-react";
import type { PublishCheck } from "@/lib/domain/publication/checklist";

const LOOKS = {
  ok: { icon: CircleCheck, colour: "text-ok", word: "Holds" },
  warns: { icon: TriangleAlert, colour: "text-warn", word: "Know this" },
  fails: { icon: CircleX, colour: "text-bad", word: "Fails" },
  checking: { icon: LoaderCircle, colour: "text-muted", word: "Being checked" },
  "not-checked": { icon: CircleDashed, colour: "text-muted", word: "Not checked" },
} as const satisfies Record<PublishCheck["state"], { icon: LucideIcon; colour: string; word: string }>;

const NAMES = {
  approval: "Approval",
  required: "Required checks",
  lane: "Lane",
  rights: "Rights",
  licence: "Licence",
  residency: "Residency",
  unsafe: "Unsafe content",
} as const satisfies Record<PublishCheck["key"], string>;

/** What is asked before a file leaves, with the answer to each. */
export function PublishChecks({ checks }: { checks: readonly PublishCheck[] }) {
  return (
    <ul aria-label="Checks" className="flex flex-col gap-1.5 text-xs">
      {checks.map(({ key, state, sentence }) => {
        const { icon: Icon, colour, word } = LOOKS[state];
        return (
          <li key={key} className="grid grid-cols-[1rem_6.5rem_minmax(0,1fr)] items-start gap-x-2">
            <Icon size={14} aria-hidden className={`mt-px shrink-0 ${colour}`} />
            <span className="font-medium">
              {NAMES[key]}
              <span className="sr-only">: {word}.</span>
            </span>
            <span className="text-muted text-pretty wrap-anywhere">{sentence}</span>
          </li>
        );
      })}
    </ul>
  );
}
