"use client";
import { useQuery } from "@tanstack/react-query";
import { BookOpen } from "lucide-react";
import { useState } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { may } from "@/lib/domain/access/policy";
import type { EngineModelView, EngineView } from "@/lib/domain/engine/engine-view";
import { AllowedHosts } from "./allowed-hosts";
import { EngineDialog } from "./engine-dialog";
import { EngineRow } from "./engine-row";
import { QueueOrder } from "./queue-order";
import { SettingsSection } from "./settings-section";

type Asked = { readonly engine: EngineView; readonly model: EngineModelView | null };

export type PriceAsked = { readonly engineId: string; readonly modelId: string; readonly onClose: () => void };

/**
 * Which engines this workspace is connected to, with whose key, and what their models cost.
 * @param askPrice where a lead says what a model costs, on top of the page
 */
export function EngineConnections({ askPrice }: { askPrice: (asked: PriceAsked) => React.ReactNode }) {
  const me = useQuery(studio.member.me.queryOptions({ input: {} }));
  const engines = useQuery(studio.engine.list.queryOptions({ input: {} }));
  const [asked, ask] = useState<Asked | null>(null);
  const role = me.data?.role;
  const rows = (shown: readonly EngineView[]) => (
    <ul className="divide-y divide-line border-y border-line">
      {shown.map((engine) => (
        <EngineRow
          key={engine.engineId}
          engine={engine}
          manages={role !== undefined && may(role, "engine.manage")}
          prices={role !== undefined && may(role, "engine.price")}
          onConnect={() => ask({ engine, model: null })}
          onPrice={(model) => ask({ engine, model })}
        />
      ))}
    </ul>
  );
  const failed = engines.error ?? me.error;
  const connected = (engines.data ?? []).filter((engine) => engine.isBuiltIn || engine.connection !== null);
  const others = (engines.data ?? []).filter((engine) => !engine.isBuiltIn && engine.connection === null);
  return (
    <>
      <SettingsSection
        title="Connected engines"
        note="Their models can be chosen in the composer. A key is stored sealed, is never shown again, and never reaches a browser or a log."
        action={
          <ButtonLink href="/engines" icon={<BookOpen size={14} aria-hidden />}>
            Catalogue
          </ButtonLink>
        }
      >
        {failed ? (
          <ErrorState title={sentenceOf(failed)} onRetry={() => void engines.refetch()} retrying={engines.isFetching} />
        ) : engines.data && me.data ? (
          rows(connected)
        ) : (
          <Skeleton className="h-32" />
        )}
      </SettingsSection>
      {engines.data && others.length > 0 ? (
        <SettingsSection
          title="Not connected"
          note="With a key of your own at the provider, its models become available to this workspace."
        >
          {rows(others)}
        </SettingsSection>
      ) : null}
      <AllowedHosts manages={role !== undefined && may(role, "engine.manage")} />
      <QueueOrder manages={role !== undefined && may(role, "engine.manage")} />
      {asked?.model ? (
        askPrice({ engineId: asked.engine.engineId, modelId: asked.model.modelId, onClose: () => ask(null) })
      ) : asked ? (
        <EngineDialog engine={asked.engine} onClose={() => ask(null)} />
      ) : null}
    </>
  );
}
