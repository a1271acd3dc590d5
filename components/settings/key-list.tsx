"use client";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, CircleSlash, Clock, KeyRound } from "lucide-react";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { ApiKeyView } from "@/lib/domain/access/api-key-view";
import { AdminsSection } from "./admins-section";
import { ConfirmDialog } from "./confirm-dialog";
import { KeyDialog } from "./key-dialog";
import { SCOPE_WORDS } from "./words";

/** The keys programs open the studio with. */
export function KeyList() {
  const [isNew, setNew] = useState(false);
  const add = () => setNew(true);
  return (
    <>
      <AdminsSection
        title="API keys"
        note="Programs open the studio with a key. It does no more than the person who made it may do."
        permission="key.manage"
        reference="/api/v1/docs"
        add="New key"
        onAdd={add}
        icon={<KeyRound />}
        others={{ title: "Keys are an admin's", hint: "Ask an admin for a key with the scopes your program needs." }}
      >
        <Keys onNew={add} />
      </AdminsSection>
      {isNew ? <KeyDialog onClose={() => setNew(false)} /> : null}
    </>
  );
}

function Keys({ onNew }: { onNew: () => void }) {
  const queries = useQueryClient();
  const keys = useInfiniteQuery(
    studio.key.list.infiniteOptions({
      input: (cursor: string | undefined) => (cursor === undefined ? {} : { cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  const [asked, ask] = useState<ApiKeyView | null>(null);
  const revoke = useMutation(
    studio.key.revoke.mutationOptions({
      meta: { isQuiet: true },
      onSettled: () => queries.invalidateQueries({ queryKey: studio.key.key() }),
      onSuccess: (key) => {
        announce({ tone: "ok", text: `The key “${key.name}” opens nothing any more.` });
        ask(null);
      },
    }),
  );
  if (keys.error) return <ErrorState title={sentenceOf(keys.error)} onRetry={() => void keys.refetch()} retrying={keys.isFetching} />;
  if (!keys.data) return <Skeleton className="h-32" />;
  const items = keys.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <EmptyState icon={<KeyRound />} title="No keys yet" action={<Button onClick={onNew}>New key</Button>}>
        A key lets a program run patterns, submit to review or read results.
      </EmptyState>
    );
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {items.map((key) => (
          <KeyRow
            key={key.id}
            apiKey={key}
            onRevoke={() => {
              revoke.reset();
              ask(key);
            }}
          />
        ))}
      </ul>
      {keys.hasNextPage ? (
        <div className="pt-3 text-center">
          <Button busy={keys.isFetchingNextPage} onClick={() => void keys.fetchNextPage()}>
            Show more
          </Button>
        </div>
      ) : null}
      {asked ? (
        <ConfirmDialog
          title={`Revoke “${asked.name}”?`}
          description="Programs that use it are refused from their next request on. A revoked key cannot be brought back."
          act="Revoke"
          busy={revoke.isPending}
          problem={revoke.error ? sentenceOf(revoke.error) : null}
          onConfirm={() => revoke.mutate({ apiKeyId: asked.id })}
          onClose={() => ask(null)}
        />
      ) : null}
    </>
  );
}

const STATES = {
  active: { tone: "ok", label: "Active", Icon: CircleCheck },
  expired: { tone: "warn", label: "Expired", Icon: Clock },
  revoked: { tone: "plain", label: "Revoked", Icon: CircleSlash },
} as const;

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKeyView; onRevoke: () => void }) {
  const { name, prefix, scopes, state, member, project, expiresAt, lastUsedAt } = apiKey;
  const { tone, label, Icon } = STATES[state];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex items-center gap-2 text-sm font-medium">
          <span className="truncate">{name}</span>
          <Badge tone={tone} icon={<Icon size={12} aria-hidden />}>
            {label}
          </Badge>
        </p>
        <p className="text-xs text-faint">
          <span className="font-mono">{prefix}…</span> · {scopes.map((scope) => SCOPE_WORDS[scope].label).join(", ")} · {member.displayName}
          {project ? ` · pays from ${project.name}` : ""}
        </p>
      </div>
      <p className="text-xs text-muted">
        {lastUsedAt ? (
          <>
            used <RelativeTime at={lastUsedAt} />
          </>
        ) : (
          "never used"
        )}
        {state === "active" ? (
          <>
            {" · "}
            {expiresAt ? (
              <>
                ends <RelativeTime at={expiresAt} />
              </>
            ) : (
              "no end"
            )}
          </>
        ) : null}
      </p>
      {state === "active" ? (
        <Button size="small" aria-label={`Revoke ${name}`} onClick={onRevoke}>
          Revoke
        </Button>
      ) : null}
    </li>
  );
}
