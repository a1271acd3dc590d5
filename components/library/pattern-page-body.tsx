"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Braces, FilePlus2, GitFork } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { parseAsInteger, useQueryState } from "nuqs";
import { type ReactNode, useCallback, useState } from "react";
import { Button } from "@/components/ui/button";
import { Picture } from "@/components/ui/picture";
import { RelativeTime } from "@/components/ui/relative-time";
import { Select } from "@/components/ui/select";
import { useStudioEvent } from "@/lib/client/providers";
import { studio } from "@/lib/client/query";
import { useRefusal } from "@/lib/client/use-refusal";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { pairToCompare } from "@/lib/domain/pattern/version-difference";
import type { PatternVersionView, PatternView } from "@/lib/domain/pattern/view";
import { addresses } from "./addresses";
import { CallIt } from "./call-it";
import { DeprecatedNote } from "./deprecated-note";
import { VersionEvidence } from "./evidence/version-evidence";
import { LabelSection } from "./label/label-section";
import { LabelBadges } from "./label-badges";
import { PatternMenu } from "./pattern-menu";
import { PatternRecipe } from "./pattern-recipe";
import { PatternUsesList } from "./pattern-uses";
import { TrialList } from "./trial/trial-list";
import { UsePanel } from "./use-panel";
import { UsedBy } from "./used-by";
import { VersionDifference } from "./version-difference";
import { VersionList } from "./version-list";
import { countOf, newerWords } from "./words";

/** A pattern in full: its picture, one version's recipe, all versions and what changed, who used it – and running it. */
export function PatternPageBody({ pattern }: { pattern: PatternView }) {
  const queries = useQueryClient();
  const router = useRouter();
  const [asked, setAsked] = useQueryState("v", parseAsInteger);
  const [from, setFrom] = useQueryState("from", parseAsInteger);
  // What the page opened with stays: a version somebody saves meanwhile is offered, it does not take the place of what is being read or filled in.
  const [first] = useState(() => likelyNumber(pattern));
  const notWriting = useRefusal("pattern.write");
  const notMine = notWriting ?? (pattern.mayCurate ? null : `Only those who curate the shelf “${pattern.libraryName}” can do this.`);
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
  // What this version is proven to make says more than what the first one came from.
  const evidence = useQuery(
    studio.trial.evidence.queryOptions({ input: { versionId: shown?.id ?? "" }, enabled: shown !== undefined, meta: { isQuiet: true } }),
  );
  const isOutdone = newest !== undefined && shown !== undefined && newest.number > shown.number;
  const newerEvidence = useQuery(
    studio.trial.evidence.queryOptions({ input: { versionId: newest?.id ?? "" }, enabled: isOutdone, meta: { isQuiet: true } }),
  );
  if (!shown || !newest) return null;
  const best = evidence.data?.best ?? null;
  const hero = best ?? cover;
  const compared = pairToCompare(versions, shown, from);
  return (
    <div className="grid grid-cols-1 items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 items-start gap-x-6 gap-y-4 md:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
        {hero ? (
          <Picture
            key={hero.assetId}
            src={addresses.picture(hero.assetId, "screen")}
            width={hero.width}
            height={hero.height}
            thumbHash={hero.thumbHash}
            alt={best ? `What judges passed: ${best.subject}` : `The picture “${pattern.name}” came from`}
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
            <div className="flex items-start justify-between gap-2">
              <h1 dir="auto" className="min-w-0 text-2xl font-semibold tracking-tight break-words text-balance">
                {pattern.name}
              </h1>
              <PatternMenu pattern={pattern} version={shown} />
            </div>
            {pattern.purpose === "" ? null : (
              <p dir="auto" className="mt-1 text-sm text-muted text-pretty">
                {pattern.purpose}
              </p>
            )}
          </div>
          <p className="flex flex-wrap items-center gap-1.5 text-xs text-faint">
            <LabelBadges labels={pattern.labels} />
            <span>{countOf(versions.length, "version")}</span>
            {pattern.tags.map((tag) => (
              <Link key={tag} href={addresses.tag(tag)} className="hover:text-ink hover:underline">
                #{tag}
              </Link>
            ))}
          </p>
          {pattern.deprecated ? <DeprecatedNote deprecated={pattern.deprecated} /> : null}
          <Ancestry pattern={pattern} />
          <Section title={`Recipe, v${shown.number}`}>
            <PatternRecipe version={shown} />
          </Section>
        </div>
      </div>
      <aside aria-label="Use this pattern" className="rounded-lg border border-line bg-surface p-4 lg:sticky lg:top-6 lg:row-span-2">
        <h2 className="mb-3 flex items-baseline justify-between text-lg font-semibold">
          Use this pattern <span className="font-mono text-xs font-normal text-faint">v{shown.number}</span>
        </h2>
        {isOutdone ? (
          <p className="mb-3 flex items-center justify-between gap-2 rounded-md bg-accent-soft py-1 pr-1 pl-2 text-xs text-accent-ink">
            <span className="min-w-0 text-pretty">{newerWords(newest, newerEvidence.data)}</span>
            <Button size="small" onClick={() => void setAsked(newest.number)}>
              Use v{newest.number}
            </Button>
          </p>
        ) : null}
        {pattern.mayUse ? (
          <UsePanel version={shown} />
        ) : (
          <p className="text-sm text-muted text-pretty">
            The patterns of the shelf “{pattern.libraryName}” are not open to you. Ask a lead.
          </p>
        )}
      </aside>
      <div className="grid min-w-0 grid-cols-1 gap-7">
        <Section
          title="Versions"
          action={
            <Button
              size="small"
              icon={<FilePlus2 size={13} aria-hidden />}
              disabledReason={notMine}
              onClick={() => router.push(addresses.draft(pattern.slug, shown.number))}
            >
              {pattern.draft ? "Continue the draft" : "New version"}
            </Button>
          }
        >
          {pattern.draft ? (
            <p className="mb-2 text-xs text-muted">
              Version {newest.number + 1} is being written: begun from v{pattern.draft.basedOn}, last kept by {pattern.draft.author}{" "}
              <RelativeTime at={pattern.draft.savedAt} />.
            </p>
          ) : null}
          <VersionList versions={versions} shown={shown.number} onShow={(number) => void setAsked(number)} />
        </Section>
        {compared ? (
          <Section title="What changed" id="what-changed">
            <div className="mb-3 flex items-center gap-2 text-sm text-muted">
              From
              <VersionChoice
                label="From version"
                versions={versions}
                value={compared.before.number}
                onChange={(number) => void setFrom(number)}
              />
              to
              <VersionChoice
                label="To version"
                versions={versions}
                value={compared.after.number}
                onChange={(number) => void setAsked(number)}
              />
            </div>
            <VersionDifference before={compared.before} after={compared.after} />
          </Section>
        ) : null}
        <Section title={`Evidence, v${shown.number}`}>
          <VersionEvidence key={shown.id} patternId={pattern.id} versionId={shown.id} />
        </Section>
        <Section title="Labels">
          <LabelSection patternId={pattern.id} versionId={shown.id} number={shown.number} />
        </Section>
        <Section title={`Trials of v${shown.number}`}>
          <TrialList versionId={shown.id} number={shown.number} />
        </Section>
        <Section title="Call it from a program">
          <CallIt pattern={pattern} />
        </Section>
        <Section title="Where it went">
          <PatternUsesList slug={pattern.slug} />
        </Section>
        <Section title="Made with it">
          <UsedBy usedBy={pattern.usedBy} />
        </Section>
      </div>
    </div>
  );
}

/** The version most people come for: what is proven, else what is being tried. */
const likelyNumber = ({ labels, versions }: PatternView) => labels.production ?? labels.candidate ?? versions[0]?.number;

type VersionChoiceProps = { label: string; versions: readonly PatternVersionView[]; value: number; onChange: (number: number) => void };

function VersionChoice({ label, versions, value, onChange }: VersionChoiceProps) {
  return (
    <Select
      label={label}
      value={String(value)}
      onChange={(next) => onChange(Number(next))}
      options={versions.map(({ number, note }) => ({ value: String(number), label: `v${number}`, hint: note }))}
      className="max-w-20"
    />
  );
}

/** Where it was forked from, and what was forked from it. */
function Ancestry({ pattern: { forkedFrom, forks } }: { pattern: PatternView }) {
  if (!forkedFrom && forks.length === 0) return null;
  return (
    <p className="flex items-start gap-1.5 text-xs text-muted">
      <GitFork size={13} className="mt-0.5 shrink-0" aria-hidden />
      <span className="min-w-0 text-pretty">
        {forkedFrom ? (
          <>
            Forked from{" "}
            <Link href={`${addresses.pattern(forkedFrom.slug)}?v=${forkedFrom.number}`} className="text-ink hover:underline">
              {forkedFrom.name} v{forkedFrom.number}
            </Link>
            .{" "}
          </>
        ) : null}
        {forks.length > 0 ? "Forked to " : null}
        {forks.map(({ id, slug, name, libraryName }, index) => (
          <span key={id}>
            {index === 0 ? null : ", "}
            <Link href={addresses.pattern(slug)} className="text-ink hover:underline">
              {name}
            </Link>{" "}
            on {libraryName}
          </span>
        ))}
        {forks.length > 0 ? "." : null}
      </span>
    </p>
  );
}

function Section({ title, id, action, children }: { title: string; id?: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section id={id} className="scroll-mt-6">
      <div className="mb-2 flex items-center justify-between gap-3">
        <h2 className="text-sm font-semibold text-ink">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
