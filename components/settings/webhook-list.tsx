"use client";
import { useQuery } from "@tanstack/react-query";
import { BookOpen, Plus, Webhook } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { may } from "@/lib/domain/access/policy";
import { DeliveryLog } from "./delivery-log";
import { SettingsSection } from "./settings-section";
import { WebhookDialog } from "./webhook-dialog";
import { WebhookRow } from "./webhook-row";
import { MANAGED_BY_ADMINS } from "./words";

/** The addresses outside that are told when something happens, and what they were told. */
export function WebhookList() {
  const me = useQuery(studio.member.me.queryOptions({ input: {} }));
  const manages = me.data !== undefined && may(me.data.role, "webhook.manage");
  const [isNew, setNew] = useState(false);
  return (
    <>
      <SettingsSection
        title="Webhooks"
        note="Programs elsewhere are told when a run has finished, a card was decided, a label moved or a publication was released."
        action={
          <div className="flex gap-2">
            <ButtonLink href="/api/v1/docs#webhook.list" prefetch={false} icon={<BookOpen size={14} aria-hidden />}>
              Reference
            </ButtonLink>
            <Button
              variant="primary"
              icon={<Plus size={14} aria-hidden />}
              disabledReason={me.data && !manages ? MANAGED_BY_ADMINS : null}
              onClick={() => setNew(true)}
            >
              New webhook
            </Button>
          </div>
        }
      >
        {me.error ? (
          <ErrorState title={sentenceOf(me.error)} onRetry={() => void me.refetch()} retrying={me.isFetching} />
        ) : me.data && !manages ? (
          <EmptyState icon={<Webhook />} title="Webhooks are an admin's">
            Ask an admin to add the address of your program.
          </EmptyState>
        ) : me.data ? (
          <Endpoints onNew={() => setNew(true)} />
        ) : (
          <Skeleton className="h-24" />
        )}
      </SettingsSection>
      {manages ? <DeliveryLog /> : null}
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
