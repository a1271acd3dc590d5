"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, Clock, PackageCheck, RotateCcw } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Select } from "@/components/ui/select";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { useRefusal } from "@/lib/client/use-refusal";
import type { DeliveryView } from "@/lib/domain/delivery/target";
import type { PublicationDetail } from "@/lib/domain/publication/view";
import { useCardAct } from "../use-card-act";
import { RecordSection } from "./record-section";

const LOOKS = {
  waiting: { word: "On its way", tone: "plain", icon: Clock },
  again: { word: "Not delivered yet", tone: "warn", icon: RotateCcw },
  delivered: { word: "Delivered", tone: "ok", icon: CircleCheck },
  failed: { word: "Not delivered", tone: "bad", icon: CircleAlert },
} as const;

/** Where a publication was delivered, and the way to deliver it; nothing while there is no target and no log. */
export function Deliveries({ publication }: { publication: PublicationDetail }) {
  const { id: publicationId, state } = publication;
  const queries = useQueryClient();
  const targets = useQuery(studio.delivery.listTargets.queryOptions({ input: {} }));
  const log = useQuery(studio.delivery.list.queryOptions({ input: { publicationId } }));
  const notMine = useRefusal("publication.publish");
  const acting = useCardAct();
  const [chosen, choose] = useState<string | null>(null);
  const options = targets.data?.items.map(({ id, name, bucket }) => ({ value: id, label: name, hint: bucket })) ?? [];
  const items = log.data?.items ?? [];
  if (options.length === 0 && items.length === 0) return null;
  const target = options.find(({ value }) => value === chosen) ?? options[0];
  const reason = notMine ?? (state === "ready" ? null : "Only a publication whose file stands is delivered.");
  const start = () => {
    if (!target) return;
    acting.run(
      { said: `It is on its way to ${target.label}.`, call: () => rpc.delivery.start({ publicationId, targetId: target.value }) },
      () => void queries.invalidateQueries({ queryKey: studio.delivery.key() }),
    );
  };
  return (
    <RecordSection title="Delivery">
      {target ? (
        <div className="mb-2 flex items-center gap-2">
          <Select label="Target" className="min-w-0 flex-1" value={target.value} onChange={choose} options={options} />
          <Button icon={<PackageCheck size={14} aria-hidden />} busy={acting.isBusy} disabledReason={reason} onClick={start}>
            Deliver
          </Button>
        </div>
      ) : null}
      {items.length === 0 ? (
        <p className="text-xs text-faint">Delivered nowhere yet.</p>
      ) : (
        <ol className="flex flex-col gap-2">
          {items.map((delivery) => (
            <Delivered key={delivery.id} delivery={delivery} reason={reason} />
          ))}
        </ol>
      )}
    </RecordSection>
  );
}

/** @param reason why nothing can be delivered now; null: it can */
function Delivered({ delivery, reason }: { delivery: DeliveryView; reason: string | null }) {
  const queries = useQueryClient();
  const acting = useCardAct();
  const again = () =>
    acting.run(
      { said: `It is on its way to ${target.name} again.`, call: () => rpc.delivery.retry({ deliveryId: delivery.id }) },
      () => void queries.invalidateQueries({ queryKey: studio.delivery.key() }),
    );
  const { target, status, objectKey, startedBy, createdAt, nextTryAt, answer, tries } = delivery;
  const { word, tone, icon: Icon } = LOOKS[status === "waiting" && nextTryAt ? "again" : status];
  return (
    <li className="text-sm">
      <span className="flex flex-wrap items-center gap-x-2">
        {target.name}
        <Badge tone={tone} icon={<Icon size={12} aria-hidden />}>
          {word}
        </Badge>
        <span className="text-xs text-faint">
          {startedBy.name}, <RelativeTime at={createdAt} />
        </span>
      </span>
      <span className="block font-mono text-xs wrap-anywhere text-muted">{objectKey}</span>
      {status !== "delivered" && tries > 0 ? (
        <span className="block text-xs wrap-anywhere text-muted">
          {answer} {nextTryAt ? "Tried again " : ""}
          {nextTryAt ? <RelativeTime at={nextTryAt} /> : null}
        </span>
      ) : null}
      {status === "failed" || nextTryAt ? (
        <Button
          size="small"
          variant="ghost"
          className="mt-1"
          icon={<RotateCcw size={13} aria-hidden />}
          busy={acting.isBusy}
          disabledReason={reason}
          onClick={again}
        >
          Try now
        </Button>
      ) : null}
    </li>
  );
}
