"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, ScanSearch } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { announce } from "@/components/ui/announce";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import { useRefusal } from "@/lib/client/use-refusal";
import type { Finding, HelpRequest, HelpView } from "@/lib/domain/help/help";
import { AskingCosts, HelpStanding } from "./help-standing";
import { useAskedHelp } from "./use-asked-help";

export interface FaultFinderProps {
  readonly cardId: string;
  readonly attemptId: string;
  /** Why nothing can be marked on this attempt; null when it can. */
  readonly frozen: string | null;
}

/** What may be wrong with an attempt, found before people decide. Nobody's verdict: one press makes a finding a defect of the person's own. */
export function FaultFinder({ cardId, attemptId, frozen }: FaultFinderProps) {
  const request = useMemo((): HelpRequest => ({ kind: "critique", cardId, attemptId }), [cardId, attemptId]);
  const asked = useAskedHelp(request);
  const notMine = useRefusal("help.ask");
  const kept = useQuery(studio.help.list.queryOptions({ input: { kind: "critique", attemptId, limit: 1 }, meta: { isQuiet: true } }));
  const newest = asked.help?.status === "answered" ? (kept.data?.[0]?.id === asked.help.id ? kept.data[0] : asked.help) : kept.data?.[0];
  const answered = newest?.answer?.kind === "critique" ? newest : null;
  // An answer says itself who gave it; what is under way or went wrong is said above it.
  const isQuiet = answered !== null && asked.problem === null && (asked.help === undefined || asked.help.status === "answered");
  return (
    <section aria-label="Faults found by the studio">
      <div className="mb-1 flex items-center justify-between gap-2">
        <h3 className="text-xs font-medium text-muted">Looked for faults</h3>
        <Button
          size="small"
          icon={<ScanSearch size={13} aria-hidden />}
          busy={asked.isWaiting}
          disabledReason={notMine ?? (asked.quote ? null : (asked.problem ?? "Looking who can help."))}
          onClick={() => asked.ask()}
        >
          {answered ? "Look again" : "Look for faults"}
        </Button>
      </div>
      {isQuiet ? null : <HelpStanding asked={asked} />}
      {answered ? <Findings help={answered} again={<AskingCosts quote={asked.quote} again />} cardId={cardId} frozen={frozen} /> : null}
    </section>
  );
}

interface FindingsProps {
  readonly help: HelpView;
  /** What looking once more costs. */
  readonly again: ReactNode;
  readonly cardId: string;
  readonly frozen: string | null;
}

function Findings({ help, again, cardId, frozen }: FindingsProps) {
  const queries = useQueryClient();
  const kinds = useDefectKinds();
  const mark = useMutation(
    studio.help.recordFinding.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: () => announce({ tone: "ok", text: "It is a defect of this attempt now, marked by you." }),
      onError: (error) => announce({ tone: "warn", text: sentenceOf(error) }),
      onSettled: () => {
        void queries.invalidateQueries({ queryKey: studio.help.key() });
        void queries.invalidateQueries({ queryKey: studio.card.key() });
      },
    }),
  );
  const answer = help.answer?.kind === "critique" ? help.answer : null;
  if (!answer) return null;
  const who = (
    <p className="pt-1 text-2xs text-faint text-pretty">
      {help.sentence} {answer.hasSeen ? "It saw the picture." : "The picture itself was not looked at."} Nobody has decided anything.{" "}
      {help.askedBy.name}, <RelativeTime at={help.askedAt} />. {again}
    </p>
  );
  if (answer.findings.length === 0)
    return (
      <>
        <p className="text-xs text-muted text-pretty">Nothing was found. That does not say there is nothing: look for yourself.</p>
        {who}
      </>
    );
  return (
    <>
      <ul className="divide-y divide-line">
        {answer.findings.map((finding, part) => {
          const isUsed = help.used.includes(part);
          return (
            <li key={`${finding.kind} ${finding.sentence}`} className="flex items-start gap-2 py-1.5">
              <div className="min-w-0 flex-1">
                <p className="text-sm">
                  {kinds.labelOf(finding.kind)}, {finding.severity}
                </p>
                <p className="text-xs text-muted text-pretty">
                  {finding.sentence} <span className="text-faint">{placeInWords(finding)}</span>
                </p>
              </div>
              {isUsed ? (
                <Badge icon={<Check size={12} aria-hidden />}>Marked</Badge>
              ) : (
                <Button
                  size="small"
                  busy={mark.isPending && mark.variables.finding === part}
                  disabledReason={frozen}
                  aria-label={`Mark as a defect: ${finding.sentence}`}
                  onClick={() => mark.mutate({ helpId: help.id, finding: part, cardId })}
                >
                  Mark it
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {who}
    </>
  );
}

/** "Top left": where to look first. */
function placeInWords({ place }: Finding): string {
  if (place === null) return "";
  const down = place.y < 1 / 3 ? "top" : place.y > 2 / 3 ? "bottom" : "middle";
  const across = place.x < 1 / 3 ? "left" : place.x > 2 / 3 ? "right" : "centre";
  return `(${down} ${across})`;
}
