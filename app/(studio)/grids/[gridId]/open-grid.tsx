"use client";
import { useMutation } from "@tanstack/react-query";
import {
  ChevronLeft,
  ChevronRight,
  CircleStop,
  Columns2,
  Download,
  FileSpreadsheet,
  GitBranch,
  ImageDown,
  Play,
  Scale,
  SquareKanban,
} from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useMemo, useRef, useState } from "react";
import { useLoupe } from "@/components/compare/use-loupe";
import { AxisBar } from "@/components/grid/axis-bar";
import { GridInspector } from "@/components/grid/grid-inspector";
import { createGridScene } from "@/components/grid/grid-scene";
import { GridStanding } from "@/components/grid/grid-standing";
import { GridSurface } from "@/components/grid/grid-surface";
import { loupePictures } from "@/components/grid/loupe-pictures";
import { useGridReasons } from "@/components/grid/reasons";
import { useArrangement } from "@/components/grid/use-arrangement";
import { useGridActs } from "@/components/grid/use-grid-acts";
import { useGridKeys } from "@/components/grid/use-grid-keys";
import type { SurfaceHandle } from "@/components/picture-surface";
import { VariantRecipe } from "@/components/recipe/variant-recipe";
import { FinaliseBar } from "@/components/run/finalise-bar";
import { StudioPage } from "@/components/shell/studio-page";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { onDemand } from "@/components/ui/on-demand";
import { unless } from "@/components/ui/unless";
import { StartVoteDialog } from "@/components/vote/start-vote-dialog";
import { useChoose } from "@/lib/client/choosing/use-choose";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { studio } from "@/lib/client/query";
import { compareAddress } from "@/lib/domain/compare/address";
import type { CellView, GridView } from "@/lib/domain/grid/view";
import { voteProblem } from "@/lib/domain/vote/words";

const Loupe = onDemand(() => import("@/components/compare/loupe").then((file) => file.Loupe));

/** An open grid: its table, live; its axes, to be rearranged; and the ways from here to the board, compare and a file. */
export function OpenGrid({ grid, cells }: { grid: GridView; cells: readonly CellView[] }) {
  const router = useRouter();
  const choose = useChoose();
  const surface = useRef<SurfaceHandle>(null);
  const firstAxis = useRef<HTMLButtonElement>(null);
  const [sceneOf] = useState(createGridScene);
  const arranged = useArrangement(grid, cells);
  const page = arranged.pages[arranged.page];
  const drawn = useMemo(() => (page ? sceneOf(page, cells) : null), [sceneOf, page, cells]);
  const shown = useMemo(() => (page?.cells ?? []).flat().flatMap((place) => (place === null ? [] : (cells[place] ?? []))), [page, cells]);
  const rows = useMemo(() => new Map(drawn?.scene.items.flatMap((row) => row.pictures.map(({ id }) => [id, row.id] as const))), [drawn]);
  const rowOf = (pictureId: string) => rows.get(pictureId) ?? null;
  const address = useSearchParams();
  const [leftAt] = useState(() => address.get("at"));
  const acts = useGridActs(cells, shown, rowOf, leftAt);
  const reasons = useGridReasons(grid, acts);
  const [isVoting, setVoting] = useState(false);
  // What is selected, or else everything on the page.
  const toVote = (acts.variants.length > 1 ? acts.variants : shown.flatMap((cell) => cell.variants)).map(({ id }) => id);
  const cancel = useMutation(studio.grid.cancel.mutationOptions());
  const goOn = useMutation(studio.grid.continue.mutationOptions());

  const onPage = arranged.page === 0 ? "" : `&page=${arranged.page + 1}`;
  const at = acts.here?.variant ? `&at=${acts.here.variant.id}` : "";
  const here = `/grids/${grid.id}?${arranged.query}${onPage}${at}`;
  // Whoever comes back goes on where they stood, if nothing else has the keyboard.
  useEffect(() => {
    if (leftAt !== null && document.activeElement === document.body) surface.current?.focus();
  }, [leftAt]);
  const compare = (ids: readonly string[]) =>
    router.push(
      compareAddress(
        ids.map((id) => ({ kind: "variant", id })),
        here,
      ),
    );
  const [chosen] = acts.variants;
  const loupe = useLoupe(
    () => loupePictures(grid, shown, rowOf),
    (pictureId) => {
      const itemId = rowOf(pictureId);
      if (itemId !== null) acts.moveTo({ itemId, pictureId });
    },
  );
  const lookedAt = loupe.way?.pictureAt(loupe.way.at)?.id;
  const branch = () =>
    unless(reasons.branch, () => {
      const { cell, variant } = acts.here ?? {};
      router.push(`/boards/${grid.boardId}?branch=${cell?.promptId}${variant ? `&variant=${variant.id}` : ""}`);
    });
  const turnPage = (by: number) => {
    const next = arranged.page + by;
    if (next >= 0 && next < arranged.pages.length) arranged.turnTo(next);
  };
  const ways = {
    compare: () => unless(reasons.compare, () => compare(acts.variants.map(({ id }) => id))),
    look: () => unless(reasons.picture, () => chosen && loupe.open(chosen.id)),
    branch,
    enter: () => surface.current?.focus(),
    leave: () => (surface.current && !surface.current.hasFocus() ? surface.current.focus() : acts.select([], "replace")),
    fit: () => surface.current?.fit(),
    zoom: (factor: number) => surface.current?.zoomBy(factor),
    turn: arranged.turn,
    turnPage,
    arrange: () => firstAxis.current?.focus(),
  };
  useGridKeys(acts, reasons.picture, ways);
  const keys = { branch: useChord("branch"), compare: useChord("compare"), back: useChord("page-back"), next: useChord("page-next") };

  return (
    <StudioPage
      fill
      crumbs={[
        { label: "Projects", href: "/projects" },
        { label: grid.projectName, href: `/projects/${grid.projectId}` },
        { label: grid.title },
      ]}
      inspector={{
        title: "Cell",
        content: (
          <GridInspector
            grid={grid}
            acts={acts}
            branchReason={reasons.branch}
            onBranch={branch}
            recipe={(variantId) => <VariantRecipe key={variantId} variantId={variantId} />}
          />
        ),
      }}
      actions={
        <div role="toolbar" aria-label="What to do with the grid" className="flex items-center gap-0.5">
          <Button
            size="small"
            variant="ghost"
            icon={<GitBranch size={14} aria-hidden />}
            keys={keys.branch}
            disabledReason={reasons.branch}
            onClick={branch}
          >
            <span className="max-xl:sr-only">Branch</span>
          </Button>
          <Button
            size="small"
            variant="ghost"
            icon={<Columns2 size={14} aria-hidden />}
            keys={keys.compare}
            disabledReason={reasons.compare}
            onClick={ways.compare}
          >
            <span className="max-xl:sr-only">{acts.variants.length > 1 ? `Compare ${acts.variants.length}` : "Compare"}</span>
          </Button>
          <Button
            size="small"
            variant="ghost"
            icon={<SquareKanban size={14} aria-hidden />}
            onClick={() => router.push(`/boards/${grid.boardId}?prompt=${grid.promptId}`)}
          >
            <span className="max-xl:sr-only">Board</span>
          </Button>
          <Button
            size="small"
            variant="ghost"
            icon={<Scale size={14} aria-hidden />}
            disabledReason={voteProblem(toVote.length)}
            onClick={() => setVoting(true)}
          >
            <span className="max-xl:sr-only">Blind vote</span>
          </Button>
          <Menu trigger={<IconButton size="small" label="Save as a file" icon={<Download size={15} aria-hidden />} />}>
            <MenuItem
              icon={<ImageDown size={13} aria-hidden />}
              onSelect={() => window.location.assign(`/grids/${grid.id}/sheet.png?${arranged.query}`)}
            >
              One labelled picture (PNG)
            </MenuItem>
            <MenuItem
              icon={<FileSpreadsheet size={13} aria-hidden />}
              onSelect={() => window.location.assign(`/grids/${grid.id}/cells.csv`)}
            >
              Table of the cells (CSV)
            </MenuItem>
          </Menu>
        </div>
      }
    >
      <div className="flex h-full flex-col">
        <section aria-label="Grid" className="flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-line bg-surface px-3 py-2">
          <AxisBar grid={grid} arranged={arranged} first={firstAxis} />
          {arranged.pages.length > 1 ? (
            <nav aria-label="Pages" className="flex min-w-0 items-center gap-1 text-xs">
              <IconButton
                size="small"
                label="Page before"
                keys={keys.back}
                icon={<ChevronLeft size={14} aria-hidden />}
                disabledReason={arranged.page === 0 ? "This is the first page." : null}
                onClick={() => turnPage(-1)}
              />
              <span aria-live="polite" className="max-w-96 truncate px-1">
                {page?.label} <span className="text-faint">{`${arranged.page + 1} of ${arranged.pages.length}`}</span>
              </span>
              <IconButton
                size="small"
                label="Next page"
                keys={keys.next}
                icon={<ChevronRight size={14} aria-hidden />}
                disabledReason={arranged.page === arranged.pages.length - 1 ? "This is the last page." : null}
                onClick={() => turnPage(1)}
              />
            </nav>
          ) : null}
          <div className="ml-auto flex flex-wrap items-center gap-3">
            <GridStanding grid={grid} />
            {grid.status === "stopped" ? (
              <Button
                size="small"
                icon={<Play size={13} aria-hidden />}
                busy={goOn.isPending}
                disabledReason={reasons.goOn}
                onClick={() => goOn.mutate({ gridId: grid.id })}
              >
                Go on
              </Button>
            ) : null}
            {grid.status === "cancelled" || grid.count.waiting + grid.count.inFlight === 0 ? null : (
              <Button
                size="small"
                icon={<CircleStop size={13} aria-hidden />}
                busy={cancel.isPending}
                disabledReason={reasons.cancel}
                onClick={() => cancel.mutate({ gridId: grid.id })}
              >
                Cancel all
              </Button>
            )}
          </div>
          {grid.stopReason === null ? null : (
            <p role="status" className="basis-full text-xs text-warn">
              This grid stopped. {grid.stopReason} What was started stays.
            </p>
          )}
        </section>
        <div className="relative min-h-0 flex-1">
          {drawn ? (
            <GridSurface
              surface={surface}
              name={grid.title}
              drawn={drawn}
              arrangedAs={`${arranged.query} ${arranged.page}`}
              acts={acts}
              onOpen={loupe.open}
            />
          ) : null}
        </div>
      </div>
      {loupe.way ? (
        <Loupe
          way={loupe.way}
          noChoice={null}
          onChoose={({ id }, choice) => choose([{ variantId: id, ...choice }])}
          more={lookedAt ? <FinaliseBar variantId={lookedAt} /> : null}
          onClose={loupe.close}
          onClosed={() => {
            if (acts.place) surface.current?.reveal(acts.place);
            surface.current?.focus();
          }}
        />
      ) : null}
      <StartVoteDialog open={isVoting} onOpenChange={setVoting} variantIds={toVote} />
    </StudioPage>
  );
}
