"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { useLayoutEffect, useRef, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Tooltip } from "@/components/ui/tooltip";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import type { PlaylistView } from "@/lib/domain/playlist/view";
import { CardThumb } from "../queue/card-thumb";
import { CARD_LOOKS } from "../status-badge";

export type PlaylistStripProps = {
  playlist: PlaylistView;
  /** The card on this screen, counted from 0. */
  at: number;
  /** Where the session is; null while there is none. */
  presentedAt: number | null;
  onGo: (position: number) => void;
};

/** The playlist in its order, with what became of each card. Its order changes by dragging, or by Shift and an arrow. */
export function PlaylistStrip({ playlist: { id: playlistId, cards }, at, presentedAt, onGo }: PlaylistStripProps) {
  const queries = useQueryClient();
  const notMine = useRefusal("card.exhausted");
  const list = useRef<HTMLOListElement>(null);
  const [dragged, drag] = useState<string | null>(null);
  const [over, hover] = useState<string | null>(null);
  const inHand = useRef<string | null>(null);
  const moving = useMutation({
    meta: { isQuiet: true },
    mutationFn: (move: { cardId: string; to: number }) => rpc.playlist.edit({ playlistId, move }),
    onError: (error: Error) => announce({ tone: "bad", text: sentenceOf(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: studio.playlist.key() }),
  });
  const move = (cardId: string, to: number) => {
    if (notMine !== null) return announce({ tone: "warn", text: notMine, id: "playlist-order" });
    if (to < 0 || to >= cards.length || moving.isPending) return;
    inHand.current = cardId;
    moving.mutate({ cardId, to }, { onSuccess: () => announce({ tone: "plain", text: `Now at place ${to + 1}.`, id: "playlist-order" }) });
  };
  const order = cards.map(({ cardId }) => cardId).join(" ");
  // What stands at another place is another element to the browser's focus: the keyboard goes along.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what moved it
  useLayoutEffect(() => {
    if (inHand.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-place="${inHand.current}"]`)?.focus();
    inHand.current = null;
  }, [order]);

  return (
    <ol ref={list} aria-label="Playlist" className="flex shrink-0 gap-1 overflow-x-auto border-b border-line bg-surface px-3 py-1.5">
      {cards.map(({ cardId, title, status, picture }, place) => {
        const { icon: Icon, word } = CARD_LOOKS[status];
        return (
          <li key={cardId} className="shrink-0">
            <Tooltip content={title}>
              <button
                type="button"
                data-place={cardId}
                draggable={notMine === null}
                aria-current={place === at ? "true" : undefined}
                aria-label={`${place + 1}: ${title}, ${word.toLowerCase()}${place === presentedAt ? ", presented now" : ""}`}
                aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
                onClick={() => onGo(place)}
                onKeyDown={(event) => {
                  if (!event.shiftKey || (event.key !== "ArrowLeft" && event.key !== "ArrowRight")) return;
                  event.preventDefault();
                  event.stopPropagation();
                  move(cardId, place + (event.key === "ArrowRight" ? 1 : -1));
                }}
                onDragStart={() => drag(cardId)}
                onDragEnd={() => {
                  drag(null);
                  hover(null);
                }}
                onDragOver={(event) => {
                  if (dragged === null) return;
                  event.preventDefault();
                  hover(cardId);
                }}
                onDrop={(event) => {
                  event.preventDefault();
                  if (dragged !== null && dragged !== cardId) move(dragged, place);
                }}
                className={clsx(
                  "flex items-center gap-1.5 rounded-md border p-1 pr-2 text-xs tabular-nums",
                  place === at ? "border-accent-ink bg-accent-soft text-ink" : "border-transparent text-muted hover:bg-hover",
                  dragged !== null && over === cardId && dragged !== cardId && "outline-1 outline-accent-ink outline-dashed",
                )}
              >
                <CardThumb picture={picture} className="h-8 w-11" />
                {place + 1}
                <Icon size={12} aria-hidden />
              </button>
            </Tooltip>
          </li>
        );
      })}
    </ol>
  );
}
