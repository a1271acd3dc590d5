"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Lock, Play } from "lucide-react";
import { type FormEvent, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Money } from "@/components/ui/money";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import { isFree } from "@/lib/domain/pattern/free-control";
import { chosenValues, fill, refusalOfValues } from "@/lib/domain/pattern/template";
import type { PatternVersionView } from "@/lib/domain/pattern/view";
import type { ProjectView } from "@/lib/domain/project/view";
import { onCurrentRevision } from "@/lib/domain/prompt/change-model";
import { MAX_VARIANTS_PER_RUN } from "@/lib/domain/prompt/recipe";
import { BoardChoice, type BoardPlace, firstPlaceIn, useProjects } from "./board-choice";
import { LivePreview } from "./live-preview";
import { PatternResult } from "./pattern-result";
import { TemplateText } from "./template-text";
import { usePatternRun } from "./use-pattern-run";
import { VariableFields } from "./variable-fields";

const COUNTS = Array.from({ length: MAX_VARIANTS_PER_RUN }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }));

/** Runs one version of a pattern with other words: values, place, price, Run. */
export function UsePanel({ version }: { version: PatternVersionView }) {
  const projects = useProjects();
  if (projects.error)
    return (
      <div className="grid justify-items-start gap-2 text-sm text-muted">
        {sentenceOf(projects.error)}
        <Button busy={projects.isFetching} onClick={() => void projects.refetch()}>
          Try again
        </Button>
      </div>
    );
  if (!projects.data) return <Skeleton className="h-64" />;
  if (projects.data.items.length === 0)
    return (
      <div className="grid justify-items-start gap-2 text-sm text-muted">
        A pattern runs on a board of a project, and there is no project yet.
        <ButtonLink href="/projects">Make a project</ButtonLink>
      </div>
    );
  return <UseForm key={version.id} version={version} projects={projects.data.items} />;
}

function UseForm({ version, projects }: { version: PatternVersionView; projects: readonly ProjectView[] }) {
  const { template } = version;
  const [values, setValues] = useState<Record<string, string>>({});
  const [count, setCount] = useState(template.count);
  const [isPreviewed, setPreviewed] = useState(false);
  const [chosen, setPlace] = useState<BoardPlace | null>(null);
  const place = chosen ?? firstPlaceIn(projects.find(({ boards }) => boards.length > 0));
  const notMine = useRefusal("run.start");
  const run = usePatternRun();
  const models = useQuery(studio.engine.listModels.queryOptions({ input: {} }));
  const recipe = onCurrentRevision({ ...fill(template, withoutFaces(version), values), count }, models.data ?? []);
  // The words do not change the price: they are asked as one, so that typing asks nothing.
  const quote = useQuery({
    ...studio.run.quote.queryOptions({
      input: { projectId: place?.projectId ?? "", recipe: { ...recipe, text: "…", negative: "", seeds: { mode: "random" } } },
      placeholderData: keepPreviousData,
      meta: { isQuiet: true },
    }),
    enabled: place !== null && models.data !== undefined,
  });
  const refusal =
    notMine ??
    refusalOfValues(template, values) ??
    (place === null ? "Choose the board it runs on." : null) ??
    quote.data?.refusal ??
    (quote.data?.fits === false ? "The project's budget has no room for this." : null) ??
    (quote.error ? sentenceOf(quote.error) : null) ??
    (quote.data === undefined ? "The price is being asked." : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (refusal !== null || place === null || !quote.data || run.isPending) return;
    const { boardId } = place;
    run.mutate(
      { versionId: version.id, boardId, values: givenValues(values), count, quoteMicros: quote.data.quoteMicros },
      { onSuccess: () => announce({ tone: "plain", text: "Running. The pictures appear here and on the board.", id: "run" }) },
    );
  };
  return (
    <div className="grid grid-cols-1 gap-3">
      <form onSubmit={submit} className="grid grid-cols-1 gap-3">
        <LivePreview
          versionId={version.id}
          values={givenValues(values)}
          ratio={template.controls.aspectRatio.replace(":", " / ")}
          refusal={notMine ?? refusalOfValues(template, values)}
          isWanted={isPreviewed}
          onWant={() => setPreviewed(true)}
        />
        <VariableFields
          variables={template.variables}
          values={values}
          onChange={(next) => {
            setValues(next);
            setPreviewed(true);
          }}
        />
        {template.variables.length > 0 ? (
          <p className="max-h-28 overflow-y-auto rounded-md bg-inset p-2 font-mono text-xs leading-5 text-muted">
            <TemplateText text={template.text} values={chosenValues(template, values)} />
          </p>
        ) : null}
        <BoardChoice projects={projects} place={place} onChange={setPlace} />
        <div className="flex flex-wrap items-end gap-3">
          <Field label="Variants" className="w-20">
            {isFree(template, "count") ? (
              <Select value={String(count)} onChange={(next) => setCount(Number(next))} options={COUNTS} />
            ) : (
              <span className="flex h-7 items-center gap-1 text-sm text-muted">
                <Lock size={12} className="text-faint" aria-hidden /> × {count}
              </span>
            )}
          </Field>
          <p className="ml-auto pb-1 text-sm text-muted" aria-live="polite">
            {quote.data ? <Money micros={quote.data.quoteMicros} as="price" /> : "…"}
          </p>
          <Button type="submit" variant="primary" icon={<Play size={13} aria-hidden />} busy={run.isPending} disabledReason={refusal}>
            Run
          </Button>
        </div>
        {run.error ? (
          <p role="alert" className="text-xs text-bad text-pretty">
            {sentenceOf(run.error)} The prompt is kept on the board.
          </p>
        ) : null}
      </form>
      {run.data ? <PatternResult key={run.data.runId} started={run.data} /> : null}
    </div>
  );
}

const withoutFaces = ({ references }: PatternVersionView) => references.map(({ assetId, role, weight }) => ({ assetId, role, weight }));

/** Empty fields mean the default, which only the template knows. */
const givenValues = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ""));
