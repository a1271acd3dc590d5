"use client";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, Clock, RotateCw } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { WebhookDeliveryView } from "@/lib/domain/webhook/endpoint";
import { SettingsSection } from "./settings-section";
import { DELIVERY_WORDS, kindLabel } from "./webhook-words";

const SHOWN = [
  { value: "all", label: "All" },
  { value: "waiting", label: "Waiting" },
  { value: "failed", label: "Failed" },
] as const;
type Shown = (typeof SHOWN)[number]["value"];

/** What was sent, how often, and what came back. */
export function DeliveryLog() {
  const [shown, show] = useState<Shown>("all");
  const log = useInfiniteQuery(
    studio.webhook.deliveries.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: 20,
        ...(shown === "all" ? {} : { status: shown }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <SettingsSection
      title="Log"
      note="Every message of the last 30 days. One that does not arrive is tried eight times within a day."
      action={<ToggleGroup label="Shown" value={shown} onChange={show} options={SHOWN} />}
    >
      {log.error ? (
        <ErrorState title={sentenceOf(log.error)} onRetry={() => void log.refetch()} retrying={log.isFetching} />
      ) : log.isPending ? (
        <Skeleton className="h-24" />
      ) : items.length === 0 ? (
        <p className="border-y border-line py-6 text-center text-sm text-muted">
          {shown === "all" ? "Nothing was sent yet. Send a test to see a message arrive." : "No message is in this state."}
        </p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {items.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} />
          ))}
        </ul>
      )}
      {log.hasNextPage ? (
        <div className="pt-3 text-center">
          <Button busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            Show more
          </Button>
        </div>
      ) : null}
    </SettingsSection>
  );
}

const ICONS = { waiting: Clock, delivered: CircleCheck, failed: CircleAlert } as const;

function DeliveryRow({ delivery }: { delivery: WebhookDeliveryView }) {
  const { id, kind, url, status, tries, answerCode, answer, nextTryAt, createdAt } = delivery;
  const queries = useQueryClient();
  const again = useMutation(
    studio.webhook.redeliver.mutationOptions({ onSettled: () => queries.invalidateQueries({ queryKey: studio.webhook.key() }) }),
  );
  const { tone, label } = DELIVERY_WORDS[status];
  const Icon = ICONS[status];
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1.5 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <span className="font-medium">{kindLabel(kind)}</span>
          <Badge tone={tone} icon={<Icon size={12} aria-hidden />}>
            {label}
          </Badge>
          <span className="text-xs text-muted tabular-nums">
            {answerCode === null ? null : `${answerCode} · `}
            {tries === 1 ? "1 try" : `${tries} tries`} · <RelativeTime at={createdAt} />
            {nextTryAt && tries > 0 ? (
              <>
                {" · again "}
                <RelativeTime at={nextTryAt} />
              </>
            ) : null}
          </span>
        </p>
        <p className="truncate font-mono text-xs text-faint" title={url}>
          {url}
        </p>
        {answer === "" ? null : (
          <details className="mt-0.5 text-xs text-muted">
            <summary className="cursor-default">{answerCode === null ? "Why nothing arrived" : "What was answered"}</summary>
            <pre className="mt-1 max-h-40 overflow-auto rounded-md bg-inset p-2 font-mono break-words whitespace-pre-wrap">{answer}</pre>
          </details>
        )}
      </div>
      <Button
        size="small"
        icon={<RotateCw size={13} aria-hidden />}
        aria-label={`Send ${kindLabel(kind)} to ${url} again`}
        busy={again.isPending}
        onClick={() => again.mutate({ deliveryId: id })}
      >
        Send again
      </Button>
    </li>
  );
}
