"use client";
import { useQuery } from "@tanstack/react-query";
import { Route } from "lucide-react";
import { SettingsSection } from "@/components/settings/settings-section";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { LaneWithTemplate } from "./lane-with-template";

/** The lanes of the workspace, each with what it allows and what its cards start from. */
export function LanesScreen() {
  const lanes = useQuery(studio.lane.list.queryOptions({ input: {} }));
  const models = useQuery(studio.engine.listModels.queryOptions({ input: {} }));
  const failed = lanes.error ?? models.error;
  const engines = [...new Map((models.data ?? []).map(({ engineId, engineName }) => [engineId, engineName]))].map(([id, name]) => ({
    id,
    name,
  }));
  return (
    <SettingsSection
      title="Lanes"
      note="Exploration is broad; production is narrow. A lane says which engines may be used, and what a review card of it starts from."
    >
      {failed ? (
        <ErrorState title={sentenceOf(failed)} onRetry={() => void Promise.all([lanes.refetch(), models.refetch()])} />
      ) : lanes.data && models.data ? (
        lanes.data.length === 0 ? (
          <EmptyState icon={<Route />} title="There is no lane">
            A workspace starts with two: exploration and production.
          </EmptyState>
        ) : (
          <div className="grid gap-5">
            {lanes.data.map((lane) => (
              <LaneWithTemplate key={`${lane.id} ${lane.version}`} lane={lane} engines={engines} />
            ))}
          </div>
        )
      ) : (
        <Skeleton className="h-96" />
      )}
    </SettingsSection>
  );
}
