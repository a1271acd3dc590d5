"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { announce } from "@/components/ui/announce";
import { afterPause } from "@/lib/client/events";
import { useEventStream } from "@/lib/client/providers";
import { rpc } from "@/lib/client/rpc";
import { gatherRunNews } from "@/lib/client/run-news";
import type { GridView } from "@/lib/domain/grid/view";
import { titleOf } from "@/lib/domain/prompt/title";
import { reasonOf } from "@/lib/domain/run/outcome";
import type { ListedRun } from "@/lib/domain/run/view";
import { variantsOf } from "./run-words";

/** The acts of a run that are worth a word to whoever started it. A cancelled one was cancelled by somebody who knows. */
const TOLD = new Set(["succeeded", "refused", "failed", "unknown"]);

const SHOWN_LETTERS = 80;

type Go = (address: string) => void;

/** A grid is one piece of news, when nothing of it is under way any more; its own page shows it cell by cell. */
function tellOfGrid({ id, title, cells, count }: GridView, go: Go): void {
  if (count.waiting + count.inFlight > 0 || window.location.pathname === `/grids/${id}`) return;
  const isWhole = count.succeeded === cells;
  announce({
    tone: isWhole ? "ok" : "warn",
    text: isWhole ? `Grid finished: ${cells} cells` : `Grid finished: ${count.succeeded} of ${cells} cells made a picture`,
    detail: title,
    action: { label: "Open grid", run: () => go(`/grids/${id}`) },
    id,
  });
}

function tellOfRun(run: ListedRun, go: Go): void {
  const { id, boardId, promptId, status } = run;
  const detail = titleOf(run.title, SHOWN_LETTERS);
  const action = { label: "Open board", run: () => go(`/boards/${boardId}?prompt=${promptId}`) };
  if (status === "succeeded") announce({ tone: "ok", text: `${variantsOf(run)} arrived`, detail, action, id });
  else if (status === "unknown")
    announce({ tone: "warn", text: "It is not certain that a run reached its engine. It is being clarified, not sent again.", action, id });
  else {
    const text = run.failure?.sentence ?? "A run failed.";
    announce({ tone: "bad", text, detail: [reasonOf(run), `Your prompt is kept: ${detail}`].filter(Boolean).join(" · "), action, id });
  }
}

/** Tells a person what became of their runs while they are elsewhere, with the way back. On the run's own board the picture itself says it. */
export function useRunAnnouncements(): void {
  const router = useRouter();
  const stream = useEventStream();
  useEffect(() => {
    const go: Go = (address) => router.push(address);
    // An announcement that cannot be made is not worth one about itself: the tray and the board show the same.
    const news = gatherRunNews(async (ids) => {
      const { items } = await rpc.run.list({ ids: [...ids], mine: true, limit: ids.length });
      const grids = new Set<string>();
      for (const run of items) {
        if (run.cellOf === null) tellOfRun(run, go);
        else if (window.location.pathname !== `/grids/${run.cellOf}`) grids.add(run.cellOf);
      }
      for (const gridId of grids) tellOfGrid(await rpc.grid.get({ gridId }), go);
    }, afterPause);
    const isElsewhere = (boardId: string) => !window.location.pathname.startsWith(`/boards/${boardId}`);
    const stopHearing = stream.onEvent({ kind: "run" }, ({ id, boardId, act }) => {
      if (TOLD.has(act) && boardId !== undefined && isElsewhere(boardId)) news.add(id);
    });
    return () => {
      stopHearing();
      news.stop();
    };
  }, [router, stream]);
}
