"use client";
import { useQueryClient } from "@tanstack/react-query";
import { Braces, FilePlus2 } from "lucide-react";
import { parseAsInteger, useQueryState } from "nuqs";
import { type ReactNode, useCallback, useState } from "react";
import { Button } from "@/components/ui/button";
import { Picture } from "@/components/ui/picture";
import { useStudioEvent } from "@/lib/client/providers";
import { studio } from "@/lib/client/query";
import { useRefusal } from "@/lib/client/use-refusal";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import type { PatternVersionView, PatternView } from "@/lib/domain/pattern/view";
import { addresses } from "./addresses";
import { CallIt } from "./call-it";
import { LabelBadges } from "./label-badges";
import { NewVersionDialog } from "./new-version-dialog";
import { PatternRecipe } from "./pattern-recipe";
import { UsePanel } from "./use-panel";
import { UsedBy } from "./used-by";
import { VersionDifference } from "./version-difference";
import { VersionList } from "./version-list";
import { countOf } from "./words";

/** A pattern in full: its picture, one version's recipe, all versions and what changed, who used it – and running it. */
export function PatternPageBody({ pattern }: { pattern: PatternView }) {
  const queries = useQueryClient();
  const [asked, setAsked] = useQueryState("v", parseAsInteger);
  const [from, setFrom] = useQueryState("from", parseAsInteger);
  // What the page opened with stays: a version somebody saves meanwhile is offered, it does not take the place of what is being read or filled in.
  const [first] = useState(() => likelyNumber(pattern));
  const [begunFrom, beginFrom] = useState<PatternVersionView | null>(null);
  const notMine = useRefusal("pattern.write");
  // Pictures of a finished run are new faces of what used the pattern.
  const readAgain = useCallback(
    ({ act }: StudioEvent) => {
      if (act === "succeeded") void queries.invalidateQueries({ queryKey: studio.pattern.key() });
    },
    [queries],
  );
  useStudioEvent({ kind: "run" }, readAgain);

  const { versions, cover } = pattern;
  const byNumber = (number: number | null | undefined) => versions.find((version) => version.number === number);
  const shown = byNumber(asked) ?? byNumber(first) ?? versions[0];
  const newest = versions[0];
  if (!shown || !newest) return null;
  const before = byNumber(from) ?? versionBefore(versions, shown) ?? shown;
  return (
    <div className="grid grid-cols-1 items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 items-start gap-x-6 gap-y-4 md:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
        {cover ? (
          <Picture
            src={addresses.picture(cover.assetId, "screen")}
            width={cover.width}
            height={cover.height}
            thumbHash={cover.thumbHash}
            alt={`The picture “${pattern.name}” came from`}
            fit="contain"
            eager
            className="max-h-[60vh] w-full rounded-lg"
          />
        ) : (
          <div className="grid aspect-4/3 place-items-center rounded-lg bg-inset text-faint">
            <Braces size={36} strokeWidth={1.25} aria-hidden />
          </div>
        )}
        <div className="grid min-w-0 gap-3">
          <div>
            <p dir="auto" className="text-xs text-faint">
              {pattern.libraryName}
            </p>
            <h1 dir="auto" className="text-2xl font-semibold tracking-tight text-balance">
              {pattern.name}
            </h1>
            {pattern.purpose === "" ? null : (
              <p dir="auto" className="mt-1 text-sm text-muted text-pretty">
                {pattern.purpose}
              </p>
            )}
          </div>
          <p className="flex flex-wrap items-center gap-1.5 text-xs text-faint">
            <LabelBadges labels={pattern.labels} />
            <span>{countOf(versions.length, "version")}</span>
          </p>
          <Section title={`Recipe, v${shown.number}`}>
            <PatternRecipe version={shown} />
          </Section>
        </div>
      </div>
      <aside aria-label="Use this pattern" className="rounded-lg border border-line bg-surface p-4 lg:sticky lg:top-6 lg:row-span-2">
        <h2 className="mb-3 flex items-baseline justify-between text-lg font-semibold">
          Use this pattern <span className="font-mono text-xs font-normal text-faint">v{shown.number}</span>
        </h2>
        {newest.number > shown.number ? (
          <p className="mb-3 flex items-center justify-between gap-2 rounded-md bg-accent-soft py-1 pr-1 pl-2 text-xs text-accent-ink">
            Version {newest.number} is newer.
            <Button size="small" onClick={() => void setAsked(newest.number)}>
              Use v{newest.number}
            </Button>
          </p>
        ) : null}
        <UsePanel version={shown} />
      </aside>
      <div className="grid min-w-0 grid-cols-1 gap-7">
        <Section
          title="Versions"
          action={
            <Button size="small" icon={<FilePlus2 size={13} aria-hidden />} disabledReason={notMine} onClick={() => beginFrom(shown)}>
              New version
            </Button>
          }
        >
          <VersionList versions={versions} shown={shown.number} onShow={(number) => void setAsked(number)} />
        </Section>
        {versions.length > 1 ? (
          <Section title="What changed">
            <VersionDifference
              versions={versions}
              before={before}
              after={shown}
              onBefore={(number) => void setFrom(number)}
              onAfter={(number) => void setAsked(number)}
            />
          </Section>
        ) : null}
        <Section title="Call it from a program">
          <CallIt pattern={pattern} />
        </Section>
        <Section title="Used by">
          <UsedBy usedBy={pattern.usedBy} />
        </Section>
      </div>
      {begunFrom ? (
        <NewVersionDialog pattern={pattern} from={begunFrom} onClose={() => beginFrom(null)} onSaved={(number) => void setAsked(number)} />
      ) : null}
    </div>
  );
}

/** The version most people come for: what is proven, else what is being tried. */
const likelyNumber = ({ labels, versions }: PatternView) => labels.production ?? labels.candidate ?? versions[0]?.number;

/** The one it most likely came from: the next older. */
const versionBefore = (versions: readonly PatternVersionView[], shown: PatternVersionView) =>
  versions.find((version) => version.number < shown.number);

function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <div className="mb-2 flex items-center justify-between gap-3">
        <h2 className="text-sm font-semibold text-ink">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
