"use client";
import { Crosshair, Pin, ZoomIn, ZoomOut } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { CHANNELS, type Channel } from "@/lib/domain/compare/channels";

export interface LookBarProps {
  /** Screen pixels a picture pixel, in per cent; null until it is measured. */
  readonly percent: number | null;
  readonly channel: Channel;
  readonly isPinned: boolean;
  /** Why nothing can be pinned; null when something can. */
  readonly pinReason: string | null;
  readonly isProbing: boolean;
  readonly onCloser: () => void;
  readonly onFurther: () => void;
  readonly onActual: () => void;
  readonly onChannel: (channel: Channel) => void;
  readonly onPin: () => void;
  readonly onProbe: () => void;
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
export function LookBar(props: LookBarProps) {
  const { percent, channel, isPinned, pinReason, isProbing, onCloser, onFurther, onActual, onChannel, onPin, onProbe } = props;
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
    <div className="flex flex-wrap items-center gap-1 border-t border-line bg-surface px-2 py-1">
      <IconButton
        label="Further away"
        icon={<ZoomOut size={15} aria-hidden />}
        keys={furtherKeys}
        size="small"
        side="top"
        onClick={onFurther}
      />
      <Button size="small" variant="ghost" keys={actualKeys} tip="Actual pixels, or the whole picture" onClick={onActual}>
        <span className="w-12 text-center tabular-nums">{percent === null ? "" : `${percent} %`}</span>
        <VisuallyHidden>, actual pixels or the whole picture</VisuallyHidden>
      </Button>
      <IconButton label="Closer" icon={<ZoomIn size={15} aria-hidden />} keys={closerKeys} size="small" side="top" onClick={onCloser} />
      <span className="mx-1 h-4 w-px shrink-0 bg-line" />
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
      <span className="mx-1 h-4 w-px shrink-0 bg-line" />
      <IconButton
        label="Pin this one and go through the others"
        icon={<Pin size={15} aria-hidden />}
        keys={pinKeys}
        size="small"
        side="top"
        pressed={isPinned}
        disabledReason={pinReason}
        onClick={onPin}
      />
      <IconButton
        label="Read pixels"
        icon={<Crosshair size={15} aria-hidden />}
        keys={probeKeys}
        size="small"
        side="top"
        pressed={isProbing}
        onClick={onProbe}
      />
    </div>
  );
}
