"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Picture } from "@/components/ui/picture";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useModelName } from "@/lib/client/use-model-name";
import { useRefusal } from "@/lib/client/use-refusal";
import { draftFromRecipe, draftFromTemplate, readDraft } from "@/lib/domain/pattern/draft";
import { induce } from "@/lib/domain/pattern/induce";
import type { Recipe } from "@/lib/domain/prompt/recipe";
import type { VariantView } from "@/lib/domain/run/view";
import { LibraryChoice } from "./library-choice";
import { NameAndPurpose } from "./name-and-purpose";
import { ProposalSummary } from "./proposal-summary";
import { TemplateEditor } from "./template-editor";

export type PromoteDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The picked variants whose recipe becomes the first version; of several, what they share. */
  variantIds: readonly string[];
};

/** Promotes picked variants to a pattern in a style library. */
export function PromoteDialog({ open, onOpenChange, variantIds }: PromoteDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="large"
      title="Promote to a pattern"
      description={
        variantIds.length > 1
          ? "What these pictures share becomes version 1 on a shelf of your team; where they differ, others put words of their own."
          : "The recipe becomes version 1 on a shelf of your team, for others to run with words of their own."
      }
    >
      {/* Mounted with the dialog, so that each time it opens it starts from the variant as it is then. */}
      {open ? <PromotedVariants variantIds={variantIds} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

function PromotedVariants({ variantIds, onDone }: { variantIds: readonly string[]; onDone: () => void }) {
  const variants = useQuery(studio.variant.getMany.queryOptions({ input: { variantIds: [...variantIds] } }));
  const libraries = useQuery(studio.library.listShelves.queryOptions({ input: {} }));
  const failed = variants.error ?? libraries.error;
  if (failed) {
    const retry = () => void Promise.all([variants.refetch(), libraries.refetch()]);
    return <ErrorState title={sentenceOf(failed)} kept="The picture stays where it is." onRetry={retry} />;
  }
  if (!variants.data || !libraries.data) return <Skeleton className="h-96" />;
  const [variant] = variants.data;
  if (!variant) return <ErrorState title="This variant does not exist any more." />;
  return <PromoteForm variants={variants.data} variant={variant} firstLibraryId={libraries.data[0]?.id ?? null} onDone={onDone} />;
}

type Promoted = VariantView & { readonly recipe: Recipe };
type PromoteFormProps = {
  variants: readonly Promoted[];
  /** The first of them: the pattern's face. */
  variant: Promoted;
  firstLibraryId: string | null;
  onDone: () => void;
};

function PromoteForm({ variants, variant, firstLibraryId, onDone }: PromoteFormProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const formId = useId();
  const nameOf = useModelName();
  const [proposal] = useState(() =>
    variants.length > 1
      ? induce(
          variants.map(({ recipe }) => recipe),
          nameOf,
        )
      : null,
  );
  const [draft, setDraft] = useState(() => (proposal ? draftFromTemplate(proposal) : draftFromRecipe(variant.recipe)));
  const [libraryId, setLibraryId] = useState(firstLibraryId);
  const [name, setName] = useState("");
  const [purpose, setPurpose] = useState("");
  const [note, setNote] = useState("");
  const notMine = useRefusal("pattern.write");
  const promote = useMutation(
    studio.pattern.promote.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: async (pattern) => {
        await queries.invalidateQueries({ queryKey: studio.library.key() });
        announce({
          tone: "ok",
          text: `“${pattern.name}” is on the shelf ${pattern.libraryName}.`,
          action: { label: "Open pattern", run: () => router.push(`/library/patterns/${pattern.slug}`) },
        });
        onDone();
      },
    }),
  );
  const read = readDraft(draft);
  const refusal =
    notMine ??
    (variants.every(({ flag }) => flag === "pick") ? null : "Pick the picture first: only what was chosen becomes a pattern.") ??
    ("problem" in read ? read.problem : null) ??
    (name.trim() === "" ? "Give the pattern a name." : null) ??
    (libraryId === null ? "Choose the library it belongs to." : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (refusal !== null || libraryId === null || !("template" in read) || promote.isPending) return;
    const version = { template: read.template, references: [...read.references], note: note.trim() };
    const otherVariantIds = variants.filter(({ id }) => id !== variant.id).map(({ id }) => id);
    promote.mutate({ libraryId, variantId: variant.id, otherVariantIds, name, purpose: purpose.trim(), version });
  };
  return (
    <form id={formId} onSubmit={submit} className="grid grid-cols-1 gap-x-5 gap-y-4 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <div className="grid grid-cols-1 content-start gap-3">
        <Picture
          src={`/assets/${variant.assetId}/screen`}
          width={variant.width}
          height={variant.height}
          thumbHash={variant.thumbHash}
          alt={`The picked variant, seed ${variant.seed}`}
          eager
          className="w-full rounded-md max-sm:max-h-56"
        />
        {variants.length > 1 ? <Others variants={variants.slice(1)} /> : null}
        <NameAndPurpose name={name} purpose={purpose} onName={setName} onPurpose={setPurpose} startsHere />
        <LibraryChoice value={libraryId} onChange={setLibraryId} />
      </div>
      <div className="grid grid-cols-1 content-start gap-4">
        {proposal ? <ProposalSummary proposal={proposal} faces={variants} draft={draft} onDraft={setDraft} /> : null}
        <TemplateEditor draft={draft} onChange={setDraft} />
        <Field label="Note to version 1" optional>
          <Input
            value={note}
            maxLength={2_000}
            placeholder="Why this one was chosen"
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </Field>
      </div>
      <div className="sticky -bottom-4 -mx-4 -mb-4 flex items-center justify-end gap-3 rounded-b-lg border-t border-line bg-surface px-4 py-3 sm:col-span-2">
        <p role="status" className={`min-w-0 flex-1 text-xs text-pretty ${promote.error ? "text-bad" : "text-faint"}`}>
          {promote.error ? sentenceOf(promote.error) : refusal}
        </p>
        <Button type="submit" variant="primary" busy={promote.isPending} disabledReason={refusal}>
          Promote
        </Button>
      </div>
    </form>
  );
}

/** The further pictures it is read out of. */
function Others({ variants }: { variants: readonly Promoted[] }) {
  return (
    <ul aria-label="Also read out of" className="grid grid-cols-4 gap-1">
      {variants.map((variant) => (
        <li key={variant.id}>
          <Picture
            src={`/assets/${variant.assetId}/thumb`}
            width={1}
            height={1}
            thumbHash={variant.thumbHash}
            alt={`A picked variant, seed ${variant.seed}`}
            className="rounded-sm"
          />
        </li>
      ))}
    </ul>
  );
}
