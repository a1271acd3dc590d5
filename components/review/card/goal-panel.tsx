"use client";
import { Armchair, Ellipsis, ImageUp, Pencil, RotateCcwKey, Share2, Square, UserRoundCog } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { Money } from "@/components/ui/money";
import type { CardView } from "@/lib/domain/review/view";
import type { CardQuestion } from "../acts/card-dialogs";
import { DueDate } from "../due-date";
import { RetryMeter } from "../retry-meter";
import { CardStatusBadge } from "../status-badge";
import { MissingParts } from "../terms/missing-parts";
import { FromTemplate } from "./from-template";
import { ReviewStages } from "./review-stages";
import { ThenLine } from "./then-line";

/** What the picture is for, whose decision it is, and what is left: always in sight. */
export function GoalPanel({ card, onAsk }: { card: CardView; onAsk: (question: CardQuestion) => void }) {
  // Whoever writes a draft names its owner; later the owner or a lead hands it over.
  const owning =
    card.status === "draft" && card.acts.edit.allowed
      ? ({ kind: "edit", reason: null } as const)
      : ({ kind: "hand-over", reason: card.acts.handOver.reason } as const);
  return (
    <header className="shrink-0 border-b border-line px-4 pt-3 pb-3">
      <div className="flex items-start gap-2">
        <h1 dir="auto" className="min-w-0 flex-1 text-lg leading-6 font-semibold text-pretty wrap-anywhere">
          {card.title}
        </h1>
        <CardMenu card={card} onAsk={onAsk} />
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
        <CardStatusBadge status={card.status} stale={card.attempts.at(-1)?.stale ?? false} />
        <span>{card.lane.name}</span>
        <DueDate dueAt={card.dueAt} overdue={card.overdue} />
      </div>
      <h2 className="mt-3 text-2xs font-medium text-faint">Goal</h2>
      <p dir="auto" className="max-h-36 overflow-y-auto text-lg leading-6 whitespace-pre-line text-pretty wrap-anywhere">
        {card.goal === "" ? <span className="text-muted">No goal yet.</span> : card.goal}
      </p>
      <dl className="mt-3 grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-2 gap-y-1 text-xs">
        <dt className="text-faint">Owner</dt>
        <dd className="flex items-center gap-2">
          <span className="truncate">{card.owner?.name ?? (card.ownerByRotation ? "Found when it is submitted" : "Nobody yet")}</span>
          <Button
            size="small"
            variant="ghost"
            className="-my-1"
            disabledReason={owning.reason}
            onClick={() => onAsk({ kind: owning.kind })}
          >
            {card.owner ? "Hand over" : "Give it an owner"}
          </Button>
        </dd>
        <dt className="text-faint">Retries</dt>
        <dd>
          <RetryMeter meter={card.meter} words />
        </dd>
        <dt className="text-faint">Spent</dt>
        <dd className="text-muted">
          <Money micros={card.costMicros} /> on its runs so far
        </dd>
        <dt className="text-faint">Then</dt>
        <dd className="text-muted">
          <ThenLine card={card} />
        </dd>
      </dl>
      <ReviewStages card={card} onAsk={onAsk} />
      <FromTemplate template={card.template} />
      {card.missing.length > 0 ? (
        <div className="mt-2">
          <MissingParts parts={card.missing} />
        </div>
      ) : null}
    </header>
  );
}

function CardMenu({ card, onAsk }: { card: CardView; onAsk: (question: CardQuestion) => void }) {
  return (
    <Menu trigger={<IconButton label="More about this card" icon={<Ellipsis size={16} aria-hidden />} />}>
      <MenuItem icon={<Pencil size={14} aria-hidden />} disabledReason={card.acts.edit.reason} onSelect={() => onAsk({ kind: "edit" })}>
        Edit the card
      </MenuItem>
      <MenuItem
        icon={<ImageUp size={14} aria-hidden />}
        disabledReason={card.acts.submit.reason}
        onSelect={() => onAsk({ kind: "submit-file" })}
      >
        Submit a file
      </MenuItem>
      <MenuItem
        icon={<UserRoundCog size={14} aria-hidden />}
        disabledReason={card.acts.handOver.reason}
        onSelect={() => onAsk({ kind: "hand-over" })}
      >
        Hand it over
      </MenuItem>
      {card.stages.length > 0 ? (
        <MenuItem
          icon={<Armchair size={14} aria-hidden />}
          disabledReason={card.acts.delegate.reason}
          onSelect={() => onAsk({ kind: "delegate" })}
        >
          Give a seat away
        </MenuItem>
      ) : null}
      <MenuItem
        icon={<RotateCcwKey size={14} aria-hidden />}
        disabledReason={card.acts.waiveRetry.reason}
        onSelect={() => onAsk({ kind: "waive-retry" })}
      >
        Waive one more retry
      </MenuItem>
      <MenuItem icon={<Share2 size={14} aria-hidden />} onSelect={() => onAsk({ kind: "share" })}>
        Share with guests
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        danger
        icon={<Square size={14} aria-hidden />}
        disabledReason={card.acts.stop.reason}
        onSelect={() => onAsk({ kind: "stop" })}
      >
        Stop the card
      </MenuItem>
    </Menu>
  );
}
