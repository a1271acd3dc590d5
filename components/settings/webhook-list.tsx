"use client";
import { useQuery } from "@tanstack/react-query";
import { Webhook } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { may } from "@/lib/domain/access/policy";
import { AdminsSection } from "./admins-section";
import { DeliveryLog } from "./delivery-log";
import { WebhookDialog } from "./webhook-dialog";
import { WebhookRow } from "./webhook-row";

/** The addresses outside that are told when something happens, and what they were told. */
export function WebhookList() {
  const me = useQuery(studio.member.me.queryOptions({ input: {} }));
  const [isNew, setNew] = useState(false);
  const add = () => setNew(true);
  return (
    <>
      <AdminsSection
        title="Webhooks"
        note="Programs elsewhere are told when a run has finished, a card was decided, a label moved or a publication was released."
        permission="webhook.manage"
        reference="/api/v1/docs#webhook.list"
        add="New webhook"
        onAdd={add}
        icon={<Webhook />}
        others={{ title: "Webhooks are an admin's", hint: "Ask an admin to add the address of your program." }}
      >
        <Endpoints onNew={add} />
      </AdminsSection>
      {me.data && may(me.data.role, "webhook.manage") ? <DeliveryLog /> : null}
      {isNew ? <WebhookDialog endpoint={null} onClose={() => setNew(false)} /> : null}
    </>
  );
}

function Endpoints({ onNew }: { onNew: () => void }) {
  const endpoints = useQuery(studio.webhook.list.queryOptions({ input: {} }));
  if (endpoints.error)
    return <ErrorState title={sentenceOf(endpoints.error)} onRetry={() => void endpoints.refetch()} retrying={endpoints.isFetching} />;
  if (!endpoints.data) return <Skeleton className="h-24" />;
  if (endpoints.data.length === 0)
    return (
      <EmptyState icon={<Webhook />} title="No webhook yet" action={<Button onClick={onNew}>New webhook</Button>}>
        Instead of asking again and again, a program is told when its run has finished.
      </EmptyState>
    );
  return (
    <ul className="divide-y divide-line border-y border-line">
      {endpoints.data.map((endpoint) => (
        <WebhookRow key={endpoint.id} endpoint={endpoint} />
      ))}
    </ul>
  );
}
