"use client";
import { useQuery } from "@tanstack/react-query";
import { Columns2, Contrast, Flame, Images, Scale, SplitSquareHorizontal, Zap } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { CompareSkeleton } from "@/components/compare/compare-skeleton";
import { CompareSurface } from "@/components/compare/compare-surface";
import { SettingsStrip } from "@/components/compare/settings-strip";
import { useCompareDesk } from "@/components/compare/use-compare-view";
import { useFilmDesk } from "@/components/compare/use-film-desk";
import { FinaliseBar } from "@/components/run/finalise-bar";
import { StudioPage } from "@/components/shell/studio-page";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Failure } from "@/components/ui/failure";
import { useFloor } from "@/components/ui/floor";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { StartVoteDialog } from "@/components/vote/start-vote-dialog";
import { useChoose } from "@/lib/client/choosing/use-choose";
import { HistoryProvider, useHistory } from "@/lib/client/history/history-provider";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { studio } from "@/lib/client/query";
import { failureOf } from "@/lib/client/sentence";
import { COMPARE_MODES, type CompareMode } from "@/lib/domain/compare/modes";
import { steppedPast } from "@/lib/domain/compare/pinned";
import type { Flag } from "@/lib/domain/selection/flags";
import { Id } from "@/lib/domain/wire";

const MAX_COMPARED = 8;
/** What is decided about a picture stands at its lower left: announcements leave it in sight. */
const NAME_ROOM_PX = 28;
const ICONS = { "side-by-side": Columns2, slider: SplitSquareHorizontal, blink: Zap, difference: Contrast, "heat-map": Flame } as const;
const NAMES = {
  "side-by-side": "Side by side",
  slider: "Slider",
  blink: "Blink",
  difference: "Difference",
  "heat-map": "Heat map of the difference",
} as const;
const KEYS = { "side-by-side": "1", slider: "2", blink: "3", difference: "4", "heat-map": "5" } as const;

/** Only a place inside the studio: an address from outside must not lead anywhere else. */
const safePath = (path: string | null) => (path !== null && /^\/(?![/\\])/.test(path) ? path : "/projects");

export function CompareScreen() {
  return (
    <HistoryProvider>
      <Comparing />
    </HistoryProvider>
  );
}

/** Pictures from any list, side by side or on top of each other; decided on with the same keys as on the board. */
function Comparing() {
  const address = useSearchParams();
  const router = useRouter();
  const view = useCompareDesk();
  const [chosen, setAt] = useState(0);
  const back = safePath(address.get("from"));
  const variantIds = (address.get("variants") ?? "")
    .split(",")
    .filter((id) => Id.safeParse(id).success)
    .slice(0, MAX_COMPARED);
  const compared = useQuery({ ...studio.variant.getMany.queryOptions({ input: { variantIds } }), enabled: variantIds.length > 0 });
  const variants = (compared.data ?? []).map((detail) => ({ ...detail, label: `Seed ${detail.seed}` }));
  const pinned = variants.findIndex(({ id }) => id === view.pinnedId);
  // Keys never act on the pinned one: it is what the others are held against.
  const at = chosen === pinned ? steppedPast(chosen, 1, variants.length, pinned) : chosen;
  const current = variants[at] ?? variants[0];
  const [isVoting, setVoting] = useState(false);
  const desk = useFilmDesk(variants);
  const choose = useChoose();
  const floor = useFloor(NAME_ROOM_PX);
  const history = useHistory();

  const step = (by: number) => setAt(steppedPast(at, by, variants.length, pinned < 0 ? null : pinned));
  const flag = (to: Flag) => {
    if (!current) return;
    choose([{ variantId: current.id, flag: to }]);
    if (variants.length > 1) step(1);
  };
  const rate = (rating: number) => current && choose([{ variantId: current.id, rating }]);
  useKeys("studio", {
    leave: () => router.push(back),
    undo: () => void history.undo().catch(() => undefined),
    redo: () => void history.redo().catch(() => undefined),
  });
  useKeys("pictures", {
    pick: () => flag("pick"),
    reject: () => flag("reject"),
    unflag: () => flag("none"),
    left: () => step(-1),
    right: () => step(1),
    // What moves is played by the bar; what stands still is left by it, as it was come to.
    loupe: () => (desk ? desk.toggle() : router.push(back)),
  });
  useKeys("compare", {
    "side-by-side": () => view.setMode("side-by-side"),
    slider: () => view.setMode("slider"),
    blink: () => view.setMode("blink"),
    difference: () => view.setMode("difference"),
    "heat-map": () => view.setMode("heat-map"),
    "compare-rate-0": () => rate(0),
    "compare-rate-1": () => rate(1),
    "compare-rate-2": () => rate(2),
    "compare-rate-3": () => rate(3),
    "compare-rate-4": () => rate(4),
    "compare-rate-5": () => rate(5),
  });

  return (
    <StudioPage
      fill
      crumbs={[{ label: "Back", href: back }, { label: variants.length === 1 ? "Loupe" : `Compare ${variants.length}` }]}
      actions={
        variants.length > 1 ? (
          <>
            <Button size="small" variant="ghost" icon={<Scale size={14} aria-hidden />} onClick={() => setVoting(true)}>
              <span className="max-xl:sr-only">Blind vote</span>
            </Button>
            <ToggleGroup<CompareMode>
              label="Mode"
              value={view.mode}
              onChange={view.setMode}
              options={COMPARE_MODES.map((value) => {
                const Icon = ICONS[value];
                return { value, label: NAMES[value], icon: <Icon size={14} aria-hidden />, keys: KEYS[value] };
              })}
            />
            <StartVoteDialog open={isVoting} onOpenChange={setVoting} variantIds={variantIds} />
          </>
        ) : null
      }
    >
      {compared.error ? (
        <Failure
          failure={failureOf(compared.error)}
          back={{ href: back, label: "Back" }}
          onRetry={() => void compared.refetch()}
          retrying={compared.isFetching}
        />
      ) : variantIds.length === 0 || compared.data?.length === 0 ? (
        <EmptyState icon={<Images size={20} aria-hidden />} title="Nothing to compare" action={<ButtonLink href={back}>Back</ButtonLink>}>
          Select two to eight pictures on a board and press C.
        </EmptyState>
      ) : compared.data ? (
        <div className="flex h-full flex-col">
          <div className="min-h-0 flex-1">
            <CompareSurface variants={variants} view={view} at={at} onAt={setAt} desk={desk} />
          </div>
          <div ref={floor} className="shrink-0">
            {current ? (
              <div className=" border-t border-line bg-surface px-3 py-1.5 empty:hidden">
                <FinaliseBar variantId={current.id} />
              </div>
            ) : null}
            <SettingsStrip compared={variants} labels={variants.map(({ id, label }) => ({ id, name: label }))} />
          </div>
        </div>
      ) : (
        <CompareSkeleton count={variantIds.length} />
      )}
    </StudioPage>
  );
}
