"use client";
import { Crosshair, Pin, ZoomIn, ZoomOut } from "lucide-react";
import { memo } from "react";
import { useStore } from "zustand";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { CHANNELS, type Channel } from "@/lib/domain/compare/channels";
import { CLOSER, toggleActual, zoomHand } from "./look-acts";
import type { LookDesk } from "./look-desk";
import { percentOf } from "./looking";

export interface LookBarProps {
  readonly look: LookDesk;
  readonly channel: Channel;
  readonly isPinned: boolean;
  readonly isProbing: boolean;
  readonly onChannel: (channel: Channel) => void;
  /** Null where there is nothing to go through beside it. */
  readonly onPin: (() => void) | null;
  readonly onProbe: (isProbing: boolean) => void;
}

const SIGNS = { all: "RGB", red: "R", green: "G", blue: "B", alpha: "A", luminance: "L" } as const satisfies Record<Channel, string>;
const NAMES = {
  all: "RGB, all channels",
  red: "Red alone",
  green: "Green alone",
  blue: "Blue alone",
  alpha: "Alpha alone",
  luminance: "Luminance",
} as const satisfies Record<Channel, string>;

/** How the pictures are looked at: how close, in which channel, which one stays, and what single pixels are. */
export const LookBar = memo(function LookBar(props: LookBarProps) {
  const { look, channel, isPinned, isProbing, onChannel, onPin, onProbe } = props;
  const keys: Readonly<Record<Channel, string | undefined>> = {
    all: undefined,
    red: useChord("channel-red"),
    green: useChord("channel-green"),
    blue: useChord("channel-blue"),
    alpha: useChord("channel-alpha"),
    luminance: useChord("channel-luminance"),
  };
  const [closerKeys, furtherKeys] = [useChord("compare-closer"), useChord("compare-further")];
  const [actualKeys, pinKeys, probeKeys] = [useChord("actual-pixels"), useChord("pin"), useChord("read-pixels")];
  return (
    <div className="flex flex-wrap items-center gap-1 border-t max-sm:gap-0 border-line bg-surface px-2 py-1">
      <IconButton
        label="Further away"
        icon={<ZoomOut size={15} aria-hidden />}
        keys={furtherKeys}
        size="small"
        side="top"
        onClick={() => zoomHand(look, 1 / CLOSER)}
      />
      <Button size="small" variant="ghost" keys={actualKeys} tip="Actual pixels, or the whole picture" onClick={() => toggleActual(look)}>
        <Percent look={look} />
        <VisuallyHidden>, actual pixels or the whole picture</VisuallyHidden>
      </Button>
      <IconButton
        label="Closer"
        icon={<ZoomIn size={15} aria-hidden />}
        keys={closerKeys}
        size="small"
        side="top"
        onClick={() => zoomHand(look, CLOSER)}
      />
      <span className="mx-1 h-4 w-px shrink-0 bg-line max-sm:hidden" />
      <ToggleGroup<Channel>
        label="Channel"
        value={channel}
        onChange={onChannel}
        options={CHANNELS.map((value) => ({
          value,
          label: NAMES[value],
          icon: <span className="text-2xs">{SIGNS[value]}</span>,
          ...(keys[value] ? { keys: keys[value] } : {}),
        }))}
      />
      <span className="mx-1 h-4 w-px shrink-0 bg-line max-sm:hidden" />
      {onPin ? (
        <IconButton
          label="Pin this one and go through the others"
          icon={<Pin size={15} aria-hidden />}
          keys={pinKeys}
          size="small"
          side="top"
          pressed={isPinned}
          onClick={onPin}
        />
      ) : null}
      <IconButton
        label="Read pixels"
        icon={<Crosshair size={15} aria-hidden />}
        keys={probeKeys}
        size="small"
        side="top"
        pressed={isProbing}
        onClick={() => onProbe(!isProbing)}
      />
    </div>
  );
});

/** How large the picture in hand is shown: screen pixels a picture pixel. Empty until it is measured. */
function Percent({ look }: { look: LookDesk }) {
  const percent = useStore(look, ({ hand, looking }) => hand && percentOf(looking, hand, window.devicePixelRatio));
  return <span className="w-12 text-center tabular-nums max-sm:w-10">{percent === null ? "" : `${percent} %`}</span>;
}
