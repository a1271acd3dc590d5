"use client";
import { useQuery } from "@tanstack/react-query";
import { BadgeCheck, Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import type { LabelMoveView, LabelView } from "@/lib/domain/pattern/label/view";
import { LABEL_WORDS } from "../words";
import { MoveLabelDialog } from "./move-label-dialog";
import { RollBackDialog } from "./roll-back-dialog";
import { placeWords } from "./words";

type Asked = { readonly act: "move" | "roll-back"; readonly label: LabelView };

/** Where a pattern's labels point, who moved them and why, and the acts on them for the version that is shown. */
export function LabelSection({ patternId, versionId, number }: { patternId: string; versionId: string; number: number }) {
  const labels = useQuery(studio.label.list.queryOptions({ input: { patternId } }));
  const [asked, ask] = useState<Asked | null>(null);
  const refusal = useRefusal("label.move");
  const current = asked && labels.data?.find(({ label }) => label === asked.label.label);
  if (labels.isPending) return <Skeleton className="h-20 rounded-md" />;
  if (labels.error) return <p className="text-sm text-bad">{sentenceOf(labels.error)}</p>;
  return (
    <div className="grid gap-4">
      {[...labels.data].reverse().map((label) => {
        const words = LABEL_WORDS[label.label];
        return (
          <div key={label.label} className="grid gap-1.5">
            <div className="flex flex-wrap items-center gap-2">
              <p className="min-w-0 flex-1 text-sm">
                <span className="font-medium">{words.label}</span> <span className="text-muted">{placeWords(label.at)}</span>
                <span className="block text-xs text-faint">{words.hint}</span>
              </p>
              <Button
                size="small"
                icon={<Undo2 size={13} aria-hidden />}
                disabledReason={refusal ?? (label.canRollBack ? null : "It was nowhere before.")}
                onClick={() => ask({ act: "roll-back", label })}
              >
                Roll back
              </Button>
              <Button
                size="small"
                icon={<BadgeCheck size={13} aria-hidden />}
                disabledReason={label.at?.versionId === versionId ? `Version ${number} has this label.` : null}
                onClick={() => ask({ act: "move", label })}
              >
                {label.label === "production" ? `Sign v${number}` : `Move to v${number}`}
              </Button>
            </div>
            {label.history.length === 0 ? null : <LabelHistory history={label.history} />}
          </div>
        );
      })}
      {asked?.act === "move" && current ? (
        <MoveLabelDialog label={current} versionId={versionId} number={number} onClose={() => ask(null)} />
      ) : null}
      {asked?.act === "roll-back" && current ? <RollBackDialog label={current} onClose={() => ask(null)} /> : null}
    </div>
  );
}

const MOST_SHOWN = 5;
const ACTS = { saved: "Saved with", moved: "Moved to", "rolled-back": "Rolled back to" } as const;

function LabelHistory({ history }: { history: readonly LabelMoveView[] }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? history : history.slice(0, MOST_SHOWN);
  return (
    <>
      <ol className="divide-y divide-line border-y border-line text-xs">
        {shown.map(({ id, kind, to, reason, by, evidence, createdAt }) => (
          <li key={id} className="flex flex-wrap gap-x-3 px-2 py-1.5">
            <span className="min-w-0 flex-1 text-pretty">
              {ACTS[kind]} {to ? `v${to.number}` : "no version"}
              {reason === "" ? null : <span className="text-muted">: {reason}</span>}
              {evidence?.rate ? (
                <span className="block text-faint">
                  Signed on {evidence.rate.passed} of {evidence.rate.of} passed, at least {Math.floor(evidence.rate.low * 1000) / 10} %
                </span>
              ) : null}
            </span>
            <span className="text-faint">
              {by} · <RelativeTime at={createdAt} />
            </span>
          </li>
        ))}
      </ol>
      {history.length > MOST_SHOWN ? (
        <Button size="small" variant="ghost" className="justify-self-start" onClick={() => setAll((is) => !is)}>
          {isAll ? "Show the newest" : `Show all ${history.length}`}
        </Button>
      ) : null}
    </>
  );
}
