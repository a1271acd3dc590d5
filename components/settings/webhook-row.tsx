"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, CirclePause, Ellipsis, KeyRound, Pause, Pencil, Play, Send, Trash2 } from "lucide-react";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { RelativeTime } from "@/components/ui/relative-time";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { WebhookEndpointView } from "@/lib/domain/webhook/endpoint";
import { ConfirmDialog } from "./confirm-dialog";
import { SecretDialog, WebhookDialog } from "./webhook-dialog";
import { KIND_WORDS } from "./webhook-words";

/** One address and what can be done with it. */
export function WebhookRow({ endpoint }: { endpoint: WebhookEndpointView }) {
  const { id: endpointId, url, kinds, pausedAt, pauseReason, oldSecretUntil } = endpoint;
  const queries = useQueryClient();
  const [asked, ask] = useState<"edit" | "rotate" | "remove" | null>(null);
  const settled = { onSettled: () => queries.invalidateQueries({ queryKey: studio.webhook.key() }) };
  const quiet = { ...settled, meta: { isQuiet: true } };
  const test = useMutation(
    studio.webhook.test.mutationOptions({
      ...settled,
      onSuccess: () => announce({ tone: "ok", text: "A test is on its way. The log says what came of it." }),
    }),
  );
  const pause = useMutation(studio.webhook.pause.mutationOptions(settled));
  const resume = useMutation(studio.webhook.resume.mutationOptions(settled));
  const rotate = useMutation(studio.webhook.rotate.mutationOptions(quiet));
  const remove = useMutation(studio.webhook.remove.mutationOptions({ ...quiet, onSuccess: () => ask(null) }));
  const close = () => {
    rotate.reset();
    remove.reset();
    ask(null);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex items-center gap-2 text-sm font-medium">
          <span className="truncate font-mono text-xs" title={url}>
            {url}
          </span>
          {pausedAt ? (
            <Badge tone="warn" icon={<CirclePause size={12} aria-hidden />}>
              Paused
            </Badge>
          ) : (
            <Badge tone="ok" icon={<CircleCheck size={12} aria-hidden />}>
              Active
            </Badge>
          )}
        </p>
        <p className="text-xs text-faint">{kinds.map((kind) => KIND_WORDS[kind].label).join(", ")}</p>
        {pausedAt ? (
          <p className="text-xs text-warn text-pretty">
            {pauseReason ?? "Nothing is sent."} Paused <RelativeTime at={pausedAt} />.
          </p>
        ) : null}
        {oldSecretUntil ? (
          <p className="text-xs text-muted">
            The secret before also signs; it ends <RelativeTime at={oldSecretUntil} />.
          </p>
        ) : null}
      </div>
      <div className="flex items-center gap-1">
        {pausedAt ? (
          <Button size="small" icon={<Play size={13} aria-hidden />} busy={resume.isPending} onClick={() => resume.mutate({ endpointId })}>
            Resume
          </Button>
        ) : (
          <Button size="small" icon={<Send size={13} aria-hidden />} busy={test.isPending} onClick={() => test.mutate({ endpointId })}>
            Send a test
          </Button>
        )}
        <Menu trigger={<IconButton label={`More for ${url}`} icon={<Ellipsis size={14} />} size="small" />}>
          <MenuItem icon={<Pencil size={14} />} onSelect={() => ask("edit")}>
            Change…
          </MenuItem>
          <MenuItem icon={<KeyRound size={14} />} onSelect={() => ask("rotate")}>
            New secret…
          </MenuItem>
          {pausedAt ? null : (
            <MenuItem icon={<Pause size={14} />} onSelect={() => pause.mutate({ endpointId })}>
              Pause
            </MenuItem>
          )}
          <MenuItem danger icon={<Trash2 size={14} />} onSelect={() => ask("remove")}>
            Remove…
          </MenuItem>
        </Menu>
      </div>
      {asked === "edit" ? <WebhookDialog endpoint={endpoint} onClose={close} /> : null}
      {asked === "rotate" && rotate.data ? <SecretDialog title="The new secret" secret={rotate.data.secret} onClose={close} /> : null}
      {asked === "rotate" && !rotate.data ? (
        <ConfirmDialog
          title="Make a new secret?"
          description="It signs every message from now on. For 24 hours the one before signs beside it, so that nothing is refused while you change it."
          act="New secret"
          busy={rotate.isPending}
          problem={rotate.error ? sentenceOf(rotate.error) : null}
          onConfirm={() => rotate.mutate({ endpointId })}
          onClose={close}
        />
      ) : null}
      {asked === "remove" ? (
        <ConfirmDialog
          title="Remove this webhook?"
          description={`Nothing more is sent to ${url}, not even what waits. The log stays. It cannot be brought back, only added anew.`}
          act="Remove"
          busy={remove.isPending}
          problem={remove.error ? sentenceOf(remove.error) : null}
          onConfirm={() => remove.mutate({ endpointId })}
          onClose={close}
        />
      ) : null}
    </li>
  );
}
