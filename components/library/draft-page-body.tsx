"use client";
import { CircleAlert, CircleCheck, GitCompare, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { codeOf, sentenceOf } from "@/lib/client/sentence";
import { readDraft } from "@/lib/domain/pattern/draft";
import type { PatternView } from "@/lib/domain/pattern/view";
import { addresses } from "./addresses";
import { TemplateEditor } from "./template-editor";
import { type DraftState, useDraft } from "./use-draft";
import { VersionDifference } from "./version-difference";

export type DraftPageBodyProps = {
  pattern: PatternView;
  /** The version to begin from when there is no draft yet. */
  from: number;
};

/** The next version of a pattern while it is written: kept as it is typed, saved with a note of what changed. */
export function DraftPageBody({ pattern, from }: DraftPageBodyProps) {
  const router = useRouter();
  const draft = useDraft(pattern, from);
  const [isComparing, setComparing] = useState(false);
  // What the person saw when they began, not what somebody saved meanwhile: that is the conflict they must hear of.
  const [seen, setSeen] = useState(pattern.versions[0]?.number ?? 1);
  const newest = pattern.versions[0];
  const begunFrom = pattern.versions.find(({ number }) => number === draft.basedOn);
  const read = readDraft(draft.content);
  const refusal =
    (draft.state === "overtaken" ? draft.problem : null) ??
    ("problem" in read ? read.problem : null) ??
    (draft.note.trim() === "" ? "Say what changed, for whoever reads it later." : null);
  const isBehind = codeOf(draft.publish.error) === "CONFLICT" && newest !== undefined && newest.number > seen;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (refusal !== null || "problem" in read || draft.publish.isPending) return;
    draft.publish.mutate(
      { seen, contents: { template: read.template, references: [...read.references], note: draft.note.trim() } },
      {
        onSuccess: (saved) => {
          const number = saved.versions[0]?.number ?? seen + 1;
          announce({ tone: "ok", text: `Version ${number} of “${saved.name}” is saved.` });
          router.push(`${addresses.pattern(saved.slug)}?v=${number}`);
        },
      },
    );
  };
  const discard = () =>
    draft.discard.mutate(undefined, {
      onSuccess: (bringBack) => {
        router.push(addresses.pattern(pattern.slug));
        announce({
          tone: "plain",
          text: "The draft is discarded.",
          action: { label: "Undo", run: () => void bringBack().then(() => router.push(addresses.draft(pattern.slug))) },
        });
      },
    });
  return (
    <form onSubmit={submit} className="grid gap-5">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h1 dir="auto" className="text-2xl font-semibold tracking-tight text-balance">
            Version {(newest?.number ?? 0) + 1} of {pattern.name}
          </h1>
          <p className="mt-0.5 text-sm text-muted text-pretty">
            Begun from v{draft.basedOn}, which stays as it is. Everybody who curates this shelf sees the same draft.
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <SavedLine state={draft.state} />
          <Button
            icon={<GitCompare size={13} aria-hidden />}
            disabledReason={"problem" in read ? read.problem : null}
            onClick={() => setComparing(true)}
          >
            What changed
          </Button>
          <Button variant="ghost" icon={<Trash2 size={13} aria-hidden />} busy={draft.discard.isPending} onClick={discard}>
            Discard draft
          </Button>
        </div>
      </div>
      {draft.state === "overtaken" ? (
        <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md bg-bad-soft px-3 py-2 text-sm">
          <p className="flex items-center gap-1.5">
            <CircleAlert size={14} className="shrink-0 text-bad" aria-hidden /> {draft.problem} What you wrote is still here. Both are kept
            where they touch different things; where they touch the same, choose.
          </p>
          <span className="flex gap-1.5">
            <Button size="small" busy={draft.settle.isPending} onClick={() => draft.settle.mutate("mine")}>
              Merge, mine first
            </Button>
            <Button size="small" variant="ghost" busy={draft.settle.isPending} onClick={() => draft.settle.mutate("theirs")}>
              Merge, theirs first
            </Button>
          </span>
        </div>
      ) : draft.problem ? (
        <p role="alert" className="text-sm text-bad">
          {draft.problem} What you wrote is still here.
        </p>
      ) : null}
      <TemplateEditor layout="wide" draft={draft.content} onChange={(content) => draft.write({ content })} />
      <div className="sticky bottom-0 z-10 -mx-2 flex flex-wrap items-end justify-end gap-3 border-t border-line bg-canvas px-2 py-3">
        <Field label="What changed" className="min-w-60 flex-1">
          <Input
            value={draft.note}
            maxLength={2_000}
            placeholder="Softer light, no logo"
            onChange={(event) => draft.write({ note: event.currentTarget.value })}
          />
        </Field>
        <p role="status" className={`max-w-80 text-xs text-pretty ${draft.publish.error ? "text-bad" : "text-faint"}`}>
          {draft.publish.error ? sentenceOf(draft.publish.error) : refusal}
        </p>
        {isBehind ? (
          <Button
            onClick={() => {
              setSeen(newest.number);
              draft.publish.reset();
            }}
          >
            I have seen v{newest.number}
          </Button>
        ) : null}
        <Button type="submit" variant="primary" busy={draft.publish.isPending} disabledReason={refusal}>
          Save as version {(newest?.number ?? 0) + 1}
        </Button>
      </div>
      <Dialog open={isComparing} onOpenChange={setComparing} size="large" title={`What changed since v${draft.basedOn}`}>
        {begunFrom && !("problem" in read) ? <VersionDifference before={begunFrom} after={read} /> : null}
      </Dialog>
    </form>
  );
}

function SavedLine({ state }: { state: DraftState }) {
  return (
    <p role="status" className="flex items-center gap-1.5 text-xs text-faint">
      {state === "saved" ? (
        <>
          <CircleCheck size={13} className="text-ok" aria-hidden /> Kept
        </>
      ) : state === "overtaken" ? (
        "Not kept"
      ) : (
        <>
          <Spinner size={13} /> Keeping…
        </>
      )}
    </p>
  );
}
