"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { SettingsSection } from "./settings-section";
import { MANAGED_BY_ADMINS } from "./words";

/** In which order runs wait for a worker and for a place at an engine. */
export function QueueOrder({ manages }: { manages: boolean }) {
  const queries = useQueryClient();
  const order = useQuery(studio.run.order.queryOptions({ input: {} }));
  const set = useMutation(
    studio.run.setOrder.mutationOptions({
      meta: { isQuiet: true },
      onSettled: () => queries.invalidateQueries({ queryKey: studio.run.order.key() }),
    }),
  );
  const failed = order.error ?? set.error;
  return (
    <SettingsSection
      title="Queue"
      note="People take turns: nobody waits behind somebody else's hundred runs, and a single run goes before a grid."
    >
      {failed ? (
        <ErrorState title={sentenceOf(failed)} onRetry={() => void order.refetch()} retrying={order.isFetching} />
      ) : order.data ? (
        <Checkbox
          label="Drafts before finals"
          hint={manages ? "A final run stands five turns back, so that exploring stays quick." : MANAGED_BY_ADMINS}
          checked={set.isPending ? set.variables.draftsFirst : order.data.draftsFirst}
          disabled={!manages}
          onChange={(draftsFirst) => set.mutate({ draftsFirst })}
        />
      ) : (
        <Skeleton className="h-8" />
      )}
    </SettingsSection>
  );
}
