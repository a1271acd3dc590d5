import { BadgeCheck, FlaskConical, SquareCheckBig } from "lucide-react";
import type { ReactNode } from "react";
import { Keys } from "@/components/ui/kbd";

const STEPS = [
  {
    icon: SquareCheckBig,
    title: "Pick what worked",
    text: "On a board, go to a picture you would use again and pick it. Pick a few that belong together: what they share becomes the pattern.",
    keys: "p",
  },
  {
    icon: FlaskConical,
    title: "Promote it and try it",
    text: "Its recipe becomes a pattern with words of your own to fill in. Try it on five subjects and four seeds, and judge each picture with one key.",
    keys: "m",
  },
  {
    icon: BadgeCheck,
    title: "Sign it for production",
    text: "With a pass rate that holds, another lead signs it. From then on anybody runs it by its label, on a board or from a program.",
    keys: null,
  },
] as const;

/** What a style library is for, to somebody who has none yet. */
export function HowItBegins({ children }: { children: ReactNode }) {
  return (
    <section aria-labelledby="how-it-begins" className="mx-auto max-w-4xl py-8">
      <h2 id="how-it-begins" className="text-center text-xl font-semibold tracking-tight text-balance">
        Keep a look that worked, and prove that it holds
      </h2>
      <ol className="mt-6 grid grid-cols-1 gap-4 sm:grid-cols-3">
        {STEPS.map(({ icon: Icon, title, text, keys }, index) => (
          <li key={title} className="grid content-start gap-2 rounded-lg border border-line bg-surface p-4">
            <span className="flex items-center justify-between text-faint">
              <Icon size={20} strokeWidth={1.5} aria-hidden />
              {keys === null ? null : <Keys chord={keys} />}
            </span>
            <h3 className="font-medium text-ink">
              {index + 1}. {title}
            </h3>
            <p className="text-sm text-muted text-pretty">{text}</p>
          </li>
        ))}
      </ol>
      <div className="mt-6 flex flex-wrap justify-center gap-2">{children}</div>
    </section>
  );
}
