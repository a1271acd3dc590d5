"use client";
import { BookmarkPlus, Columns2, Contrast, Flame, Images, Scale, Send, SplitSquareHorizontal, Zap } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { CompareSkeleton } from "@/components/compare/compare-skeleton";
import { CompareSurface } from "@/components/compare/compare-surface";
import type { ComparedFile } from "@/components/compare/compared";
import { ComparisonComments } from "@/components/compare/comparison-comments";
import { ComparisonMenu } from "@/components/compare/comparison-menu";
import { SaveComparisonDialog } from "@/components/compare/save-comparison-dialog";
import { savedViewOf } from "@/components/compare/saved-view";
import { SettingsStrip } from "@/components/compare/settings-strip";
import { type CompareDesk, type CompareView, placeNow, useCompareDesk, usePlace } from "@/components/compare/use-compare-view";
import { useMembers } from "@/components/compare/use-members";
import { ComparedRecipe } from "@/components/recipe/recipe-popover";
import { SendPicturesDialog } from "@/components/review/send-many-dialog";
import { FinaliseBar } from "@/components/run/finalise-bar";
import { StudioPage } from "@/components/shell/studio-page";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { nextColour } from "@/components/ui/colours";
import { EmptyState } from "@/components/ui/empty-state";
import { Failure } from "@/components/ui/failure";
import { useFloor } from "@/components/ui/floor";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { StartVoteDialog } from "@/components/vote/start-vote-dialog";
import { choosingKeys } from "@/lib/client/choosing/choosing-keys";
import { useChoose } from "@/lib/client/choosing/use-choose";
import { useFilmDesk } from "@/lib/client/film/use-film-desk";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { failureOf } from "@/lib/client/sentence";
import type { ComparedMember, ComparisonView } from "@/lib/domain/compare/comparison";
import { COMPARE_MODES, type CompareMode } from "@/lib/domain/compare/modes";
import { steppedPast } from "@/lib/domain/compare/pinned";
import type { Flag } from "@/lib/domain/selection/flags";

export interface ComparingProps {
  readonly members: readonly ComparedMember[];
  /** How they are looked at to begin with. */
  readonly first?: CompareView | undefined;
  /** What they are kept as; null while they are not. */
  readonly saved: ComparisonView | null;
  /** Where leaving leads. */
  readonly back: string;
}

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

/** Pictures from any list, side by side or on top of each other; decided on with the same keys as on the board. */
export function Comparing({ members, first, saved, back }: ComparingProps) {
  const router = useRouter();
  const view = useCompareDesk(first);
  const compared = useMembers(members);
  const files = compared.files ?? [];
  const made = files.flatMap(({ id, number = 1, made: how }) => (how ? [{ id, number, ...how }] : []));
  const [dialog, setDialog] = useState<"vote" | "send" | "save" | null>(null);
  const desk = useFilmDesk(files);
  const choose = useChoose();
  const floor = useFloor(NAME_ROOM_PX);
  const viewNow = () => savedViewOf(view.now(), members);

  const step = (by: number) => {
    const pinned = files.findIndex(({ id }) => id === view.pinnedId);
    view.look.getState().choose(steppedPast(placeNow(view, files), by, files.length, pinned < 0 ? null : pinned));
  };
  /** The picture decisions are about; said when it is none a run made. */
  const decided = () => {
    const current = files[placeNow(view, files)];
    if (current && current.made === null)
      announce({
        tone: "warn",
        text: "Only variants are picked and rated.",
        detail: "This file was not made by a run here.",
        id: "decide",
      });
    return current?.made ? current : null;
  };
  const flag = (to: Flag) => {
    const variant = decided();
    if (!variant) return;
    choose([{ variantId: variant.id, flag: to }]);
    if (files.length > 1) step(1);
  };
  const rate = (rating: number) => {
    const variant = decided();
    if (variant) choose([{ variantId: variant.id, rating }]);
  };
  const choosing = choosingKeys({
    flag,
    rate,
    colour: (pressed) => {
      const variant = decided();
      if (variant) choose([{ variantId: variant.id, colour: nextColour(pressed, [variant.colour]) }]);
    },
  });
  useKeys("studio", {
    leave: () => router.push(back),
  });
  useKeys("pictures", {
    ...choosing.pictures,
    send: () => (files.length > 0 ? setDialog("send") : false),
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
    "save-comparison": () => (saved === null && files.length > 1 ? setDialog("save") : false),
    ...choosing.compare,
  });

  const modes = (
    <ToggleGroup<CompareMode>
      label="Mode"
      value={view.mode}
      onChange={view.setMode}
      options={COMPARE_MODES.map((value) => {
        const Icon = ICONS[value];
        return { value, label: NAMES[value], icon: <Icon size={14} aria-hidden />, keys: KEYS[value] };
      })}
    />
  );

  return (
    <StudioPage
      fill
      crumbs={[{ label: "Back", href: back }, { label: saved?.name ?? (files.length === 1 ? "Loupe" : `Compare ${files.length}`) }]}
      {...(saved
        ? { inspector: { title: "Comments", content: <ComparisonComments comparison={saved} />, isEmpty: saved.comments.length === 0 } }
        : {})}
      actions={
        files.length > 1 ? (
          <>
            {saved ? (
              <ComparisonMenu comparison={saved} viewNow={viewNow} />
            ) : (
              <Button size="small" variant="ghost" icon={<BookmarkPlus size={14} aria-hidden />} onClick={() => setDialog("save")}>
                <span className="max-xl:sr-only">Save</span>
              </Button>
            )}
            <Button size="small" variant="ghost" icon={<Send size={14} aria-hidden />} onClick={() => setDialog("send")}>
              <span className="max-xl:sr-only">Send to review</span>
            </Button>
            {made.length === files.length ? (
              <Button size="small" variant="ghost" icon={<Scale size={14} aria-hidden />} onClick={() => setDialog("vote")}>
                <span className="max-xl:sr-only">Blind vote</span>
              </Button>
            ) : null}
            <span className="max-sm:hidden">{modes}</span>
            <StartVoteDialog
              open={dialog === "vote"}
              onOpenChange={(open) => setDialog(open ? "vote" : null)}
              variantIds={made.map(({ id }) => id)}
            />
            <SaveComparisonDialog
              open={dialog === "save"}
              onOpenChange={(open) => setDialog(open ? "save" : null)}
              members={members}
              viewNow={viewNow}
              from={back}
            />
          </>
        ) : null
      }
    >
      <SendPicturesDialog
        open={dialog === "send"}
        onOpenChange={(open) => setDialog(open ? "send" : null)}
        // A file without a run is sent as the asset it is.
        pictures={files.map((file) => ({ ...(file.made ? { variantId: file.id } : { assetId: file.assetId }), shown: file }))}
        title=""
      />
      {compared.error ? (
        <Failure
          failure={failureOf(compared.error)}
          back={{ href: back, label: "Back" }}
          onRetry={compared.refetch}
          retrying={compared.isFetching}
        />
      ) : compared.files?.length === 0 ? (
        <EmptyState icon={<Images size={20} aria-hidden />} title="Nothing to compare" action={<ButtonLink href={back}>Back</ButtonLink>}>
          These pictures are not here any more.
        </EmptyState>
      ) : compared.files ? (
        <div className="flex h-full flex-col">
          {/* The bar above has no room for them on a phone. */}
          {files.length > 1 ? <div className="border-b border-line bg-surface px-2 py-1 sm:hidden">{modes}</div> : null}
          <div className="min-h-0 flex-1">
            <CompareSurface variants={files} view={view} desk={desk} />
          </div>
          <div ref={floor} className="shrink-0">
            {files.length < members.length ? (
              <p className="border-t border-line bg-surface px-3 py-1.5 text-xs text-muted">
                {members.length - files.length} of {members.length} pictures {members.length - files.length === 1 ? "is" : "are"} not here
                any more.
              </p>
            ) : null}
            <MadeCurrent view={view} files={files} />
            <SettingsStrip compared={made} />
          </div>
        </div>
      ) : (
        <CompareSkeleton count={members.length} />
      )}
    </StudioPage>
  );
}

/** How the picture that keys act on was made; a draft can be made at the target quality. */
function MadeCurrent({ view, files }: { view: CompareDesk; files: readonly ComparedFile[] }) {
  const current = files[usePlace(view, files)];
  if (!current?.made) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t border-line bg-surface px-3 py-1.5">
      <ComparedRecipe variantId={current.id} />
      <FinaliseBar variantId={current.id} />
    </div>
  );
}
