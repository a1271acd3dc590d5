"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import type { KindView } from "@/lib/domain/review/taxonomy";
import { DefectKindDialog } from "./defect-kind-dialog";
import { SettingsSection } from "./settings-section";

/** What reviewers and judges may mark: renamed, hidden and added to by a lead. */
export function DefectKinds() {
  const kinds = useQuery(studio.defectKind.list.queryOptions({ input: {} }));
  const refusal = useRefusal("taxonomy.write");
  const [asked, ask] = useState<KindView | "new" | null>(null);
  return (
    <SettingsSection
      title="Kinds of defects"
      note="What reviewers mark on pictures, what cards accept, and why trials fail. A kind that is hidden is no longer offered; defects that were marked so keep it."
      action={
        <Button icon={<Plus size={14} aria-hidden />} disabledReason={refusal} onClick={() => ask("new")}>
          Add a kind
        </Button>
      }
    >
      {kinds.error ? (
        <ErrorState title={sentenceOf(kinds.error)} onRetry={() => void kinds.refetch()} retrying={kinds.isFetching} />
      ) : kinds.data ? (
        <ul className="divide-y divide-line border-y border-line">
          {kinds.data.items.map((kind) => (
            <Row key={kind.kind} kind={kind} refusal={refusal} onChange={() => ask(kind)} />
          ))}
        </ul>
      ) : (
        <Skeleton className="h-96" />
      )}
      {asked === null ? null : <DefectKindDialog kind={asked === "new" ? null : asked} onClose={() => ask(null)} />}
    </SettingsSection>
  );
}

function Row({ kind: { kind, label, hint, isHidden, isBuiltIn, version }, refusal, onChange }: RowProps) {
  const queries = useQueryClient();
  const edit = useMutation(
    studio.defectKind.edit.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: studio.defectKind.key() }),
      onSuccess: (now) =>
        announce({ tone: "ok", text: now.isHidden ? `"${now.label}" is no longer offered.` : `"${now.label}" is offered again.` }),
    }),
  );
  const stays = kind === "other" ? "This kind stays: it is for what none of the others says." : null;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-sm">
      <span className="min-w-0 flex-1 basis-56">
        <span className="flex flex-wrap items-center gap-2">
          <bdi className={isHidden ? "font-medium text-faint" : "font-medium"}>{label}</bdi>
          {isBuiltIn ? null : <Badge>Your own</Badge>}
          {isHidden ? <Badge tone="warn">Hidden</Badge> : null}
        </span>
        {hint === "" ? null : (
          <span dir="auto" className="block text-xs text-muted">
            {hint}
          </span>
        )}
      </span>
      <span className="flex gap-1.5">
        <Button size="small" disabledReason={refusal} onClick={onChange} aria-label={`Rename ${label}`}>
          Rename
        </Button>
        <Button
          size="small"
          busy={edit.isPending}
          disabledReason={refusal ?? stays}
          onClick={() => edit.mutate({ kind, version, isHidden: !isHidden })}
          aria-label={isHidden ? `Show ${label}` : `Hide ${label}`}
        >
          {isHidden ? "Show" : "Hide"}
        </Button>
      </span>
    </li>
  );
}

type RowProps = { kind: KindView; refusal: string | null; onChange: () => void };
