import { Sparkles } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Elapsed } from "@/components/ui/elapsed";
import { Money } from "@/components/ui/money";
import type { HelpQuote } from "@/lib/domain/help/help";
import type { AskedHelp } from "./use-asked-help";

/** Who answers and at what price, before; how it goes, meanwhile; what went wrong and the way on, after. */
export function HelpStanding({ asked }: { asked: AskedHelp }) {
  const { quote, help, isWaiting, problem } = asked;
  if (problem !== null)
    return (
      <p role="alert" className="text-xs text-bad text-pretty">
        {problem}
      </p>
    );
  if (help?.status === "asked")
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p role="status" className="min-w-0 flex-1 basis-52 text-xs text-muted text-pretty">
          {help.waits ? (
            <>
              {help.waits} <Elapsed since={help.askedAt} /> so far. You can close this; it is asked when its turn comes.
            </>
          ) : (
            <>
              {help.sentence} It is being asked, <Elapsed since={help.askedAt} />. You can close this; the answer is kept.
            </>
          )}
        </p>
        <Button size="small" busy={asked.isLettingGo} onClick={asked.letGo}>
          {help.mayCancel ? "Take it back" : "Stop waiting"}
        </Button>
      </div>
    );
  if (help?.failure && !isWaiting)
    return (
      <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-l-2 border-bad pl-2.5">
        <p className="min-w-0 flex-1 basis-52 text-xs text-pretty">
          {help.failure.sentence} <span className="text-muted">{help.failure.reason}</span>
          {help.actualMicros === null || help.actualMicros === "0" ? null : (
            <span className="text-muted">
              {" "}
              It cost <Money micros={help.actualMicros} as="price" />.
            </span>
          )}
        </p>
        {help.by === "model" ? (
          <Button size="small" onClick={() => asked.ask("rules")}>
            Ask the rules instead
          </Button>
        ) : null}
      </div>
    );
  const said = help ?? quote;
  if (!said) return <p className="text-xs text-faint">Looking who can help…</p>;
  return (
    <p className="text-xs text-muted text-pretty">
      <Sparkles size={12} aria-hidden className="mr-1 inline align-[-1px] text-faint" />
      {said.sentence}{" "}
      {help ? (
        help.by === "model" && help.actualMicros !== null ? (
          <>
            It cost <Money micros={help.actualMicros} as="price" />. <AskingCosts quote={quote} again />
          </>
        ) : null
      ) : (
        <AskingCosts quote={quote} />
      )}
    </p>
  );
}

/** What the next press costs at most; nothing where the rules answer. */
export function AskingCosts({ quote, again = false }: { quote: HelpQuote | undefined; again?: boolean }) {
  if (quote?.by !== "model") return null;
  return (
    <>
      {again ? "Asking again" : "It"} costs at most <Money micros={quote.quoteMicros} as="price" />.
    </>
  );
}
