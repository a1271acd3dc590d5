import { Check, RotateCcw, X } from "lucide-react";
import Link from "next/link";
import type { PlaylistView } from "@/lib/domain/playlist/view";
import { addresses } from "../addresses";

const DECISIONS = {
  approved: { icon: Check, word: "approved", colour: "text-ok" },
  changes_requested: { icon: RotateCcw, word: "changes requested", colour: "text-warn" },
  rejected: { icon: X, word: "rejected", colour: "text-bad" },
} as const;

/** What a session came to: each decision with who made it, and how many cards are left. */
export function SessionSummary({ playlist: { decisions, cards } }: { playlist: PlaylistView }) {
  const left = cards.filter(({ status }) => status === "in_review").length;
  return (
    <section aria-label="Summary" className="max-h-60 shrink-0 overflow-y-auto border-b border-line bg-surface px-4 py-3">
      <h2 className="text-sm font-semibold">
        The session is over: {decisions.length === 1 ? "1 decision" : `${decisions.length} decisions`},{" "}
        {left === 1 ? "1 card waits" : `${left} cards wait`} for one.
      </h2>
      <ul className="mt-1.5 flex flex-col gap-1 text-xs">
        {decisions.map(({ cardId, title, attempt, decision, by, note }) => {
          const { icon: Icon, word, colour } = DECISIONS[decision];
          return (
            <li key={`${cardId} ${attempt}`} className="text-muted">
              <Icon size={12} aria-hidden className={`mr-1.5 inline ${colour}`} />
              <Link href={addresses.card(cardId)} className="font-medium text-ink hover:underline">
                {title}
              </Link>
              , attempt {attempt}: {word} by {by.name}
              {note === "" ? null : <span className="block pl-4.5 whitespace-pre-line wrap-anywhere">{note}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
