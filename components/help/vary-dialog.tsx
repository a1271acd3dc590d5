"use client";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { WordDifference } from "@/components/ui/word-difference";
import { type HelpRequest, MOST_WAYS } from "@/lib/domain/help/help";
import { RULE_AXES } from "@/lib/domain/help/vary";
import { compareWords } from "@/lib/domain/prompt/words";
import { HelpStanding } from "./help-standing";
import { useAskedHelp } from "./use-asked-help";
import type { WordsDialogProps } from "./words-dialog";

const COUNTS = Array.from({ length: MOST_WAYS - 1 }, (_, index) => String(index + 2));

/** Ways along an axis, each compared with the prompt; one of them is used, or none. */
export function VaryDialog({ projectId, text, onApply, onClose }: WordsDialogProps) {
  const [axis, setAxis] = useState(RULE_AXES[0] ?? "");
  const [count, setCount] = useState("4");
  const request = useMemo(
    (): HelpRequest => ({ kind: "vary", projectId, text, axis: axis.trim() || "lighting", count: Number(count) }),
    [projectId, text, axis, count],
  );
  const asked = useAskedHelp(request);
  const { help, quote, isWaiting } = asked;
  const ways = help?.answer?.kind === "vary" ? help.answer.ways : null;
  const choose = (next: string) => {
    setAxis(next);
    asked.reset();
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title="Vary along an axis"
      description="Everything but the axis stays. Nothing changes before you use a way."
      size="large"
      footer={
        <Button
          variant={ways ? "quiet" : "primary"}
          busy={isWaiting}
          disabledReason={axis.trim() === "" ? "Say along what to vary." : quote ? null : (asked.problem ?? "Looking who can help.")}
          onClick={() => asked.ask()}
        >
          {ways ? "Ask again" : "Vary"}
        </Button>
      }
    >
      <div className="grid grid-cols-1 gap-3">
        <div className="flex flex-wrap items-end gap-3">
          <Field label="Axis" className="min-w-48 flex-1">
            <Input value={axis} maxLength={100} onChange={(event) => choose(event.currentTarget.value)} />
          </Field>
          <Field label="Ways" className="w-20">
            <Select value={count} onChange={setCount} options={COUNTS.map((value) => ({ value, label: value }))} />
          </Field>
        </div>
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="sr-only">Axes the rules know</legend>
          {RULE_AXES.map((name) => (
            <Button
              key={name}
              size="small"
              aria-pressed={name === axis}
              className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
              onClick={() => choose(name)}
            >
              {name}
            </Button>
          ))}
        </fieldset>
        <HelpStanding asked={asked} />
        {ways && help ? (
          <ol className="divide-y divide-line border-y border-line" aria-label="Ways">
            {ways.map((way, part) => (
              <li key={way.text} className="flex flex-wrap items-start gap-x-3 gap-y-1.5 py-2">
                <div className="min-w-0 flex-1 basis-72">
                  <p className="text-xs font-medium text-muted">{way.label}</p>
                  <WordDifference changes={compareWords(text, way.text)} />
                </div>
                <Button size="small" aria-label={`Use: ${way.label}`} onClick={() => onApply(way.text, help.id, part)}>
                  Use it
                </Button>
              </li>
            ))}
          </ol>
        ) : null}
      </div>
    </Dialog>
  );
}
