"use client";
import { useQuery } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { BoardBar } from "@/components/board/board-bar";
import { BoardMap } from "@/components/board/board-map";
import { BoardSearch } from "@/components/board/board-search";
import { BoardSurface } from "@/components/board/board-surface";
import { BoardMenuItems } from "@/components/board/late-board-menu";
import { loupePictures } from "@/components/board/loupe-pictures";
import { NothingSelected } from "@/components/board/nothing-selected";
import { PathNote } from "@/components/board/path-note";
import { FollowingNote, PresenceBar } from "@/components/board/presence-bar";
import { useReasons } from "@/components/board/reasons";
import { stepThrough } from "@/components/board/step-through";
import { useBoardActs } from "@/components/board/use-board-acts";
import { useBoardCommands } from "@/components/board/use-board-commands";
import { useBoardKeys } from "@/components/board/use-board-keys";
import { useBoardView } from "@/components/board/use-board-view";
import { useLedHere } from "@/components/board/use-led-here";
import { usePinning } from "@/components/board/use-pinning";
import { usePresence } from "@/components/board/use-presence";
import { useSections } from "@/components/board/use-sections";
import { useLoupe } from "@/components/compare/use-loupe";
import { FirstComposer, type HandedOver } from "@/components/composer/first-composer";
import type { SurfaceHandle } from "@/components/picture-surface";
import { applyRecipe } from "@/components/recipe/apply-recipe";
import type { RecipePopoverProps } from "@/components/recipe/recipe-popover";
import type { FinaliseBarProps } from "@/components/run/finalise-bar";
import { BudgetLeft } from "@/components/shell/budget-left";
import { StudioPage } from "@/components/shell/studio-page";
import { useArrivalAwaits } from "@/components/ui/arrival";
import { EmptyState } from "@/components/ui/empty-state";
import { AtOnce, late } from "@/components/ui/late";
import { MenuAt } from "@/components/ui/menu-at";
import { onDemand } from "@/components/ui/on-demand";
import { useRemembered } from "@/components/ui/remembered";
import { unless } from "@/components/ui/unless";
import { useChoose } from "@/lib/client/choosing/use-choose";
import { useDesk, useDeskStore } from "@/lib/client/desk/desk-provider";
import { useHistory } from "@/lib/client/history/history-provider";
import { studio } from "@/lib/client/query";
import { recipeShownOn } from "@/lib/client/recipe/shown-recipe";
import { useRefusal } from "@/lib/client/use-refusal";
import { compareAddress } from "@/lib/domain/compare/address";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import type { BoardView } from "@/lib/domain/prompt/view";
import { voteProblem } from "@/lib/domain/vote/words";
import type { BoardComposerProps } from "./board-composer";
import { BoardDialogs, type OpenDialog } from "./board-dialogs";
import type { BoardPanelProps } from "./board-panel";

const BoardComposer = late<BoardComposerProps>(() => import("./board-composer").then((file) => file.BoardComposer), FirstComposer);
const FinaliseBar = late<FinaliseBarProps>(() => import("@/components/run/finalise-bar").then((file) => file.FinaliseBar), AtOnce);
const RecipePopover = late<RecipePopoverProps>(
  () => import("@/components/recipe/recipe-popover").then((file) => file.RecipePopover),
  AtOnce,
);
const BoardPanel = late<BoardPanelProps>(
  () => import("./board-panel").then((file) => file.BoardPanel),
  ({ acts, sections }) => (acts.here || sections.here ? null : <NothingSelected />),
);

const Loupe = onDemand(() => import("@/components/compare/loupe").then((file) => file.Loupe));

/** Fewer prompts are seen at a glance. */
const MAP_FROM_PROMPTS = 4;
const NO_MAP = `A board has a map from ${MAP_FROM_PROMPTS} prompts on.`;

export interface OpenBoardProps {
  readonly board: BoardView;
  readonly models: readonly CatalogueModel[];
  /** Archived prompts are among the board's. */
  readonly showsArchived: boolean;
  readonly onArchived: () => void;
}

/** An open board: lineage, composer, inspector, and the ways from here to compare, libraries and review. */
export function OpenBoard({ board, models, showsArchived, onArchived }: OpenBoardProps) {
  const router = useRouter();
  const address = useSearchParams();
  const desk = useDeskStore();
  const choose = useChoose();
  const history = useHistory();
  const text = useRef<HTMLTextAreaElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<OpenDialog>(null);
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null);
  const project = useQuery(studio.project.get.queryOptions({ input: { projectId: board.projectId } }));
  const cardId = address.get("card");

  const view = useBoardView(board);
  const surface = useRef<SurfaceHandle>(null);
  const sections = useSections(board, surface);
  const pinning = usePinning(sections, board.prompts);
  const acts = useBoardActs(view, models, cardId);
  const [chosen] = acts.variants;
  const viewed = new URLSearchParams(address);
  viewed.delete("prompt");
  const here = `/boards/${board.id}${viewed.size === 0 ? "" : `?${viewed}`}`;
  const { folded } = useDesk((state) => state);
  const loupe = useLoupe(
    () => loupePictures(view, folded),
    (variantId) => {
      const promptId = board.prompts.find(({ variants }) => variants.some(({ id }) => id === variantId))?.id;
      if (promptId) desk.getState().moveTo({ promptId, variantId });
    },
  );
  const lookedAt = loupe.way?.pictureAt(loupe.way.at)?.id;
  const compare = (ids: readonly string[]) =>
    router.push(
      compareAddress(
        ids.map((id) => ({ kind: "variant", id })),
        here,
      ),
    );
  const reasons = useReasons(acts);
  const notMine = useRefusal("prompt.write");
  const shown = useMemo(() => acts.here && recipeShownOn(acts.here.prompt, acts.here.variant, models), [acts.here, models]);
  const ways = {
    onCompare: () => unless(reasons.compare, () => compare(acts.variants.map((variant) => variant.id))),
    onPromote: () => unless(reasons.promote, () => setOpen("promote")),
    onSend: () => unless(reasons.send, () => setOpen("send")),
    onReplay: () => unless(reasons.replay, () => setOpen("replay")),
    onTakeRecipe: () => unless(notMine ?? reasons.fold, () => shown && applyRecipe(desk, history, shown, null)),
    onBelow: () => unless(reasons.below, () => setOpen("below")),
    onVote: () => unless(voteProblem(acts.variants.length), () => setOpen("vote")),
    onPath: () => unless(reasons.fold, () => view.follow(view.path === null && acts.here ? acts.here.prompt.id : null)),
    onSection: () => unless(reasons.section, pinning.onSection),
    onNote: () => unless(sections.noteOn ? null : reasons.note, pinning.onNote),
    onSearch: () => {
      if (view.find === null) view.setFind("");
      else field.current?.focus();
    },
    onArchived,
    showsArchived,
  };
  const ifMine = (act: () => void) => () => unless(notMine, act);
  const intoComposer = (act: () => void) =>
    ifMine(() => {
      act();
      text.current?.focus();
    });
  const composing = {
    ...acts,
    branch: (use: Parameters<typeof acts.branch>[0]) => intoComposer(() => acts.branch(use))(),
    mix: intoComposer(acts.mix),
    edit: intoComposer(acts.edit),
    vary: ifMine(() => unless(acts.here?.prompt.grid ? "A grid is varied cell by cell: open it, or refine it with E." : null, acts.vary)),
    archive: ifMine(acts.archive),
  };
  const presence = usePresence(board.id, surface);
  const { following, follow } = presence;
  const [mapKept, keepMap] = useRemembered("selects.map", "shown");
  const [mapPlace, setMapPlace] = useState<HTMLElement | null>(null);
  const hasMap = board.prompts.length >= MAP_FROM_PROMPTS;
  const isEmpty = board.prompts.length === 0 ? "The board is empty. Write a prompt first." : null;
  const boardWays = {
    compare: ways.onCompare,
    promote: ways.onPromote,
    send: ways.onSend,
    vote: ways.onVote,
    look: () => unless(reasons.picture, () => chosen && loupe.open(chosen.id)),
    // Out of the composer and the bars onto the pictures; there, out of the selection.
    leave: () => {
      if (following) follow(null);
      else if (surface.current && !surface.current.hasFocus()) surface.current.focus();
      else desk.getState().select([], "replace");
    },
    write: () => text.current?.focus(),
    enter: () => unless(isEmpty, () => surface.current?.focus()),
    fit: () => unless(isEmpty, () => surface.current?.fit()),
    zoom: (factor: number) => unless(isEmpty, () => surface.current?.zoomBy(factor)),
    search: () => unless(isEmpty, ways.onSearch),
    path: ways.onPath,
    below: ways.onBelow,
    replay: ways.onReplay,
    takeRecipe: ways.onTakeRecipe,
    section: ways.onSection,
    note: ways.onNote,
    archived: onArchived,
    map: () => unless(hasMap ? null : NO_MAP, () => keepMap(mapKept === "shown" ? "hidden" : "shown")),
  };
  // What is left fits closer than the whole board did.
  useEffect(() => {
    if (view.only) surface.current?.fit();
  }, [view.only]);
  useBoardKeys(composing, boardWays);
  useBoardCommands(composing, boardWays);

  const onRecipe = useCallback<Parameters<typeof useLedHere>[3]>((led, parts) => applyRecipe(desk, history, led, parts), [desk, history]);
  useLedHere(board, models, text, onRecipe);
  const handedOver = useRef<HandedOver>({ caret: null, pressed: null });
  const [isPainted, setPainted] = useState(false);
  useArrivalAwaits(board.prompts.length > 0 && !isPainted);

  return (
    <StudioPage
      fill
      crumbs={[
        { label: "Projects", href: "/projects" },
        { label: board.projectName, href: `/projects/${board.projectId}` },
        { label: board.name },
      ]}
      budget={project.data ? <BudgetLeft budget={project.data.budget} /> : null}
      actions={
        <>
          <PresenceBar presence={presence} />
          <BoardBar acts={composing} {...ways} />
        </>
      }
      inspector={{
        title: acts.here?.variant ? "Variant" : acts.here || !sections.here ? "Prompt" : "Section",
        isEmpty: !acts.here && !sections.here,
        content: (
          <BoardPanel
            acts={composing}
            cardId={cardId}
            shown={shown}
            replayReason={reasons.replay}
            onReplay={ways.onReplay}
            sections={sections}
            onWrite={ways.onNote}
            onSection={ways.onSection}
          />
        ),
      }}
    >
      <div className="flex h-full flex-col">
        <BoardSearch
          view={view}
          field={field}
          onStep={(by) => stepThrough(view, desk.getState(), by, surface.current)}
          onLeave={() => surface.current?.focus()}
        />
        <PathNote view={view} prompts={board.prompts} />
        <div
          className="relative min-h-0 flex-1"
          // Whoever moves the board looks for themselves again.
          onPointerDownCapture={() => following && follow(null)}
          onWheelCapture={() => following && follow(null)}
        >
          {following ? <FollowingNote name={following.name} onStop={() => follow(null)} /> : null}
          {board.prompts.length === 0 ? (
            <EmptyState icon={<Sparkles size={20} aria-hidden />} title="An empty board">
              {notMine === null
                ? "Write a prompt below and press Run. Everything you try stays here, with what came before it."
                : "Nothing has been tried here yet. Pictures appear here as they are made."}
            </EmptyState>
          ) : (
            <BoardSurface
              surface={surface}
              name={board.name}
              prompts={view.shown}
              sections={sections}
              onSectionAct={pinning.onSectionAct}
              lit={view.lit}
              mapIn={mapPlace}
              onOpen={loupe.open}
              onEdit={(promptId) => {
                const grid = board.prompts.find(({ id }) => id === promptId)?.grid;
                if (grid) router.push(`/grids/${grid.id}`);
                else composing.edit();
              }}
              onMenu={setMenuAt}
              onPainted={() => setPainted(true)}
              presence={presence}
            />
          )}
          <MenuAt at={menuAt} onClose={() => setMenuAt(null)}>
            <BoardMenuItems acts={composing} {...ways} />
          </MenuAt>
        </div>
        <div className="@container flex shrink-0">
          <div className="min-w-0 flex-1">
            <BoardComposer
              projectId={board.projectId}
              boardId={board.id}
              leftMicros={project.data?.budget.leftMicros}
              models={models}
              cardId={cardId}
              textRef={text}
              handedOver={handedOver}
            />
          </div>
          {hasMap ? (
            <BoardMap isShown={mapKept === "shown"} onShown={(isShown) => keepMap(isShown ? "shown" : "hidden")} onPlace={setMapPlace} />
          ) : null}
        </div>
      </div>
      {pinning.dialogs}
      {loupe.way ? (
        <Loupe
          way={loupe.way}
          noChoice={null}
          onChoose={({ id }, choice) => choose([{ variantId: id, ...choice }])}
          more={
            lookedAt ? (
              <>
                <RecipePopover key={lookedAt} variantId={lookedAt} />
                <FinaliseBar variantId={lookedAt} cardId={cardId} />
              </>
            ) : null
          }
          onClose={loupe.close}
          onClosed={() => {
            const { place } = desk.getState();
            if (place) surface.current?.reveal({ itemId: place.promptId, pictureId: place.variantId });
            surface.current?.focus();
          }}
        />
      ) : null}
      <BoardDialogs open={open} onOpen={setOpen} acts={acts} models={models} projectId={board.projectId} cardId={cardId} />
    </StudioPage>
  );
}
