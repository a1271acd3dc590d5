"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Package, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import type { TargetView } from "@/lib/domain/delivery/target";
import { ConfirmDialog } from "./confirm-dialog";
import { SettingsSection } from "./settings-section";
import { TargetDialog } from "./target-dialog";

/** The buckets publications can be delivered to. */
export function DeliveryTargets() {
  const targets = useQuery(studio.delivery.listTargets.queryOptions({ input: {} }));
  const notMine = useRefusal("delivery.manage");
  const [isNew, setNew] = useState(false);
  const add = (
    <Button variant="primary" icon={<Plus size={14} aria-hidden />} disabledReason={notMine} onClick={() => setNew(true)}>
      New target
    </Button>
  );
  return (
    <>
      <SettingsSection
        title="Delivery"
        note="Buckets of any S3-compatible store. From its page, a publication is delivered there: the file, its record, and a manifest that lies beside it."
        action={add}
      >
        {targets.error ? (
          <ErrorState title={sentenceOf(targets.error)} onRetry={() => void targets.refetch()} retrying={targets.isFetching} />
        ) : !targets.data ? (
          <Skeleton className="h-24" />
        ) : targets.data.items.length === 0 ? (
          <EmptyState icon={<Package />} title="No delivery target yet">
            An admin adds a bucket; then a lead delivers a publication in one press, and the log says what became of it.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {targets.data.items.map((target) => (
              <Target key={target.id} target={target} notMine={notMine} />
            ))}
          </ul>
        )}
      </SettingsSection>
      {isNew ? <TargetDialog onClose={() => setNew(false)} /> : null}
    </>
  );
}

function Target({ target, notMine }: { target: TargetView; notMine: string | null }) {
  const queries = useQueryClient();
  const [isAsked, ask] = useState(false);
  const remove = useMutation(
    studio.delivery.removeTarget.mutationOptions({
      meta: { isQuiet: true },
      onSettled: () => queries.invalidateQueries({ queryKey: studio.delivery.key() }),
    }),
  );
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-60">
        <p className="truncate text-sm font-medium">{target.name}</p>
        <p className="font-mono text-xs wrap-anywhere text-muted">
          {target.endpoint} · {target.bucket}/{target.prefix}
        </p>
        <p className="text-xs text-faint">
          {target.region}, key {target.accessKeyId}, added by {target.addedBy.name}
        </p>
      </div>
      <Button variant="ghost" disabledReason={notMine} onClick={() => ask(true)}>
        Remove
      </Button>
      {isAsked ? (
        <ConfirmDialog
          title={`Remove “${target.name}”`}
          description="Nothing more is delivered there, and what waits for it is given up. What was delivered stays in the bucket and in the log."
          act="Remove"
          busy={remove.isPending}
          problem={remove.error ? sentenceOf(remove.error) : null}
          onConfirm={() => remove.mutate({ targetId: target.id })}
          onClose={() => ask(false)}
        />
      ) : null}
    </li>
  );
}
