"use client";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { announce } from "@/components/ui/announce";
import { useStudioEvent } from "@/lib/client/providers";
import { rpc } from "@/lib/client/rpc";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import type { GridView } from "@/lib/domain/grid/view";
import { titleOf } from "@/lib/domain/prompt/title";
import { reasonOf } from "@/lib/domain/run/outcome";
import { variantsOf } from "./run-words";

/** The acts of a run that are worth a word to whoever started it. A cancelled one was cancelled by somebody who knows. */
const TOLD = new Set(["succeeded", "refused", "failed", "unknown"]);

const SHOWN_LETTERS = 80;

/** A grid is one piece of news, when nothing of it is under way any more; its own page shows it cell by cell. */
function tellOfGrid({ id, title, cells, count }: GridView, open: () => void): void {
  if (count.waiting + count.inFlight > 0 || window.location.pathname === `/grids/${id}`) return;
  const isWhole = count.succeeded === cells;
  announce({
    tone: isWhole ? "ok" : "warn",
    text: isWhole ? `Grid finished: ${cells} cells` : `Grid finished: ${count.succeeded} of ${cells} cells made a picture`,
    detail: title,
    action: { label: "Open grid", run: open },
    id,
  });
}

/** Tells a person what became of their runs while they are elsewhere, with the way back. On the run's own board the picture itself says it. */
export function useRunAnnouncements(displayName: string): void {
  const router = useRouter();
  const tell = useCallback(
    async ({ id, boardId, act }: StudioEvent) => {
      if (!TOLD.has(act) || boardId === undefined || window.location.pathname.startsWith(`/boards/${boardId}`)) return;
      const run = await rpc.run.get({ runId: id });
      if (run.requestedBy !== displayName) return;
      const { recipe, cellOf } = await rpc.prompt.get({ promptId: run.promptId });
      if (cellOf !== null) return tellOfGrid(await rpc.grid.get({ gridId: cellOf }), () => router.push(`/grids/${cellOf}`));
      const detail = titleOf(recipe.text, SHOWN_LETTERS);
      const action = { label: "Open board", run: () => router.push(`/boards/${boardId}?prompt=${run.promptId}`) };
      if (run.status === "succeeded") announce({ tone: "ok", text: `${variantsOf(run)} arrived`, detail, action, id });
      else if (run.status === "unknown") {
        announce({
          tone: "warn",
          text: "It is not certain that a run reached its engine. It is being clarified, not sent again.",
          action,
          id,
        });
      } else {
        const text = run.failure?.sentence ?? "A run failed.";
        announce({ tone: "bad", text, detail: [reasonOf(run), `Your prompt is kept: ${detail}`].filter(Boolean).join(" · "), action, id });
      }
    },
    [router, displayName],
  );
  const onEvent = useCallback(
    // An announcement that cannot be made is not worth one about itself: the tray and the board show the same.
    (event: StudioEvent) => void tell(event).catch(() => {}),
    [tell],
  );
  useStudioEvent({ kind: "run" }, onEvent);
}
