"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, FileArchive, Info } from "lucide-react";
import { useRef } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { importLibrary } from "@/lib/client/import-library";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import type { ImportProblem, ImportReport } from "@/lib/domain/pattern/library-archive";
import { countOf } from "./words";

/** Brings a library in: choose a file, read what it would make, then make it in one act that can be taken back. Mount it to ask. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const readAgain = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: studio.library.key() }),
      queries.invalidateQueries({ queryKey: studio.pattern.key() }),
    ]);
  const plan = useMutation({ meta: { isQuiet: true }, mutationFn: (file: File) => importLibrary(file, { isDryRun: true }) });
  const take = useMutation({
    meta: { isQuiet: true },
    mutationFn: (file: File) => importLibrary(file, { isDryRun: false }),
    onSettled: readAgain,
    onSuccess: ({ libraryId, name, patterns }) => {
      onClose();
      announce({
        tone: "ok",
        text: `“${name}” is here with ${countOf(patterns.length, "pattern")}.`,
        ...(libraryId === null ? {} : { action: { label: "Undo", run: () => takeBack(libraryId) } }),
      });
    },
  });
  const takeBack = (libraryId: string) => {
    rpc.library
      .archive({ libraryId })
      .then(readAgain)
      .then(
        () => announce({ tone: "plain", text: "The shelf was taken down again." }),
        (error: unknown) => announce({ tone: "bad", text: sentenceOf(error) }),
      );
  };
  const file = plan.variables;
  const report = plan.data;
  const problem = take.error ?? plan.error;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || take.isPending || onClose()}
      title="Import a library"
      description="A library's zip from another studio, styles of AUTOMATIC1111 (styles.csv) or InvokeAI (CSV, JSON), or a list with a prompt a line. Nothing is made before you have seen what."
      footer={
        <>
          <Button busy={plan.isPending} onClick={() => input.current?.click()}>
            {file ? "Another file…" : "Choose a file…"}
          </Button>
          <Button
            variant="primary"
            busy={take.isPending}
            disabledReason={
              !report ? "Choose a file first." : report.patterns.length === 0 ? "Nothing of this file can be made here." : null
            }
            onClick={() => file && take.mutate(file)}
          >
            {report ? `Import ${countOf(report.patterns.length, "pattern")}` : "Import"}
          </Button>
        </>
      }
    >
      <input
        ref={input}
        type="file"
        aria-label="File to import"
        accept=".zip,.csv,.json,.txt"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (!chosen) return;
          take.reset();
          plan.mutate(chosen);
        }}
      />
      {problem ? (
        <p role="alert" className="text-sm text-bad text-pretty">
          {file ? `${file.name}: ` : ""}
          {sentenceOf(problem)}
        </p>
      ) : report ? (
        <Report report={report} />
      ) : (
        <p role="status" className="flex items-center gap-2 py-4 text-sm text-muted">
          <FileArchive size={18} strokeWidth={1.5} aria-hidden />
          {plan.isPending ? `Reading ${file?.name ?? "the file"}…` : "No file chosen yet."}
        </p>
      )}
    </Dialog>
  );
}

/** What an import would make, and what it would not. */
function Report({ report: { name, patterns, pictures, problems } }: { report: ImportReport }) {
  const refused = problems.filter(({ kind }) => kind === "refused");
  const changed = problems.filter(({ kind }) => kind === "changed");
  return (
    <div role="status" className="grid max-h-[50vh] grid-cols-1 gap-4 overflow-y-auto text-sm">
      <p className="text-pretty">
        A new shelf <strong className="font-semibold">{name}</strong> with {countOf(patterns.length, "pattern")}
        {pictures === 0 ? "" : ` and ${countOf(pictures, "picture")}`}.
      </p>
      {patterns.length === 0 ? null : (
        <ul className="grid gap-1 text-xs text-muted sm:grid-cols-2">
          {patterns.map((pattern) => (
            <li key={pattern.slug} className="truncate">
              <span className="text-ink">{pattern.name}</span> · {countOf(pattern.versions, "version")}
            </li>
          ))}
        </ul>
      )}
      <Problems title={`Left out (${refused.length})`} problems={refused} />
      <Problems title={`Not as it was (${changed.length})`} problems={changed} />
    </div>
  );
}

function Problems({ title, problems }: { title: string; problems: readonly ImportProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 text-xs font-medium text-muted">{title}</h3>
      <ul className="grid gap-1.5 text-xs">
        {problems.map(({ kind, about, sentence }) => (
          <li key={`${about} ${sentence}`} className="flex items-start gap-1.5 text-pretty">
            {kind === "refused" ? (
              <CircleAlert size={13} aria-hidden className="mt-px shrink-0 text-bad" />
            ) : (
              <Info size={13} aria-hidden className="mt-px shrink-0 text-faint" />
            )}
            <span>
              <span className="text-ink">{about}</span> <span className="text-muted">{sentence}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
