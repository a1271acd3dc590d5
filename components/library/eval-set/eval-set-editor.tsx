"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FileDown, FileUp } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { studio } from "@/lib/client/query";
import { saveCsv } from "@/lib/client/save-csv";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import { type EvalSetView, variablesOf } from "@/lib/domain/eval-set/eval-set";
import { type LineProblem, readSubjects, subjectsAsCsv } from "@/lib/domain/eval-set/table-file";
import { draftOf, draftProblem, type EvalDraft, newDraft, readSeeds, subjectsOf } from "./draft";
import { EvalTable } from "./eval-table";

export type EvalSetEditorProps = {
  /** Null begins a new one. */
  set: EvalSetView | null;
  onSaved: (set: EvalSetView) => void;
};

/** An eval set as a table. Mount it anew for another set. */
export function EvalSetEditor({ set, onSaved }: EvalSetEditorProps) {
  const queries = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const refusal = useRefusal("pattern.write");
  const [draft, setDraft] = useState<EvalDraft>(() => (set ? draftOf(set) : newDraft()));
  // What the person saw when they began: somebody else's change in the meantime is a conflict they must hear of.
  const [version, setVersion] = useState(set?.version ?? 0);
  const [problems, setProblems] = useState<readonly LineProblem[]>([]);
  const after = (saved: EvalSetView) => {
    setVersion(saved.version);
    void queries.invalidateQueries({ queryKey: studio.evalSet.key() });
    announce({ tone: "ok", text: `“${saved.name}” is saved: ${saved.subjects.length} subjects × ${saved.seeds.length} seeds.` });
    onSaved(saved);
  };
  const create = useMutation(studio.evalSet.create.mutationOptions({ meta: { isQuiet: true }, onSuccess: after }));
  const save = useMutation(studio.evalSet.save.mutationOptions({ meta: { isQuiet: true }, onSuccess: after }));
  const seeds = readSeeds(draft.seeds);
  const subjects = subjectsOf(draft);
  const problem = refusal ?? draftProblem(draft);
  const failed = create.error ?? save.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (problem !== null || "problem" in seeds || create.isPending || save.isPending) return;
    const contents = { name: draft.name.trim(), subjects: [...subjects], variables: [...draft.variables], seeds: [...seeds.seeds] };
    if (set) save.mutate({ evalSetId: set.id, version, ...contents });
    else create.mutate(contents);
  };
  const take = async (picked: File | undefined) => {
    if (!picked) return;
    const read = readSubjects(await picked.text());
    setProblems(read.problems);
    if (read.subjects.length > 0) {
      const { variables, rows } = draftOf({ name: "", subjects: read.subjects, variables: [...variablesOf(read.subjects)], seeds: [] });
      setDraft({ ...draft, name: draft.name || picked.name.replace(/\.[a-z]+$/i, ""), variables, rows });
    }
    announce({
      tone: read.problems.length > 0 ? "warn" : "ok",
      text: `${read.subjects.length} subjects read${read.problems.length > 0 ? `, ${read.problems.length} lines left out` : ""}.`,
    });
  };
  return (
    <form onSubmit={submit} className="grid gap-5">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Name">
          <Input
            value={draft.name}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
        </Field>
        <Field label="Seeds" hint="Each subject is drawn once with each of them." error={"problem" in seeds ? seeds.problem : null}>
          <Input
            value={draft.seeds}
            inputMode="numeric"
            autoComplete="off"
            className="font-mono"
            onChange={(event) => setDraft({ ...draft, seeds: event.currentTarget.value })}
          />
        </Field>
      </div>
      <section>
        <div className="mb-2 flex flex-wrap items-center gap-2">
          <h2 className="flex-1 text-sm font-semibold">
            Subjects{" "}
            <span className="font-normal text-faint">
              {"seeds" in seeds
                ? `${subjects.length} × ${seeds.seeds.length} = ${subjects.length * seeds.seeds.length} pictures a trial`
                : null}
            </span>
          </h2>
          <input
            ref={file}
            type="file"
            accept=".csv,.tsv,text/csv,text/tab-separated-values"
            aria-label="A table of subjects"
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              event.currentTarget.value = "";
            }}
          />
          <Button size="small" icon={<FileUp size={13} aria-hidden />} onClick={() => file.current?.click()}>
            Read a CSV file
          </Button>
          <Button
            size="small"
            icon={<FileDown size={13} aria-hidden />}
            disabledReason={subjects.length === 0 ? "There is no subject yet." : null}
            onClick={() => saveCsv(draft.name || "eval set", subjectsAsCsv(subjects, draft.variables))}
          >
            Save as CSV
          </Button>
        </div>
        <EvalTable draft={draft} onChange={setDraft} />
        {problems.length > 0 ? (
          <div role="status" className="mt-3 rounded-md bg-warn-soft p-3 text-xs">
            <p className="font-medium text-warn">These lines were left out:</p>
            <ul className="mt-1 grid gap-0.5">
              {problems.map(({ line, sentence }) => (
                <li key={`${line} ${sentence}`}>
                  <span className="tabular-nums">Line {line}:</span> {sentence}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </section>
      <div className="flex items-center justify-end gap-3">
        <p role="status" className={`min-w-0 flex-1 text-xs text-pretty ${failed ? "text-bad" : "text-faint"}`}>
          {failed ? sentenceOf(failed) : problem}
        </p>
        <Button type="submit" variant="primary" busy={create.isPending || save.isPending} disabledReason={problem}>
          {set ? "Save eval set" : "Create eval set"}
        </Button>
      </div>
    </form>
  );
}
