"use client";
import { Columns2, ListTree, ScanSearch, ZoomIn, ZoomOut } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import type { AttemptView } from "@/lib/domain/review/view";
import { AttemptStatusBadge } from "../status-badge";
import type { Zoom } from "./picture-pane";

export type StageBarProps = {
  attempts: readonly AttemptView[];
  shown: AttemptView;
  onShow: (attempt: AttemptView) => void;
  isComparing: boolean;
  onCompare: (isComparing: boolean) => void;
  /** In Compare, with all its ways to look. */
  onCompareClosely: () => void;
  /** Why there is nothing to compare; null when there is. */
  notComparable: string | null;
  zoom: Zoom;
  onZoom: (zoom: Zoom) => void;
  /** What a drag over the picture draws; null where nothing can be marked. */
  tools: ReactNode;
  isQueueShown: boolean;
  onShowQueue: () => void;
};

/** Above the picture: which attempt, how large, and beside which. */
export function StageBar(props: StageBarProps) {
  const {
    attempts,
    shown,
    onShow,
    isComparing,
    onCompare,
    onCompareClosely,
    notComparable,
    zoom,
    onZoom,
    tools,
    isQueueShown,
    onShowQueue,
  } = props;
  const compareKeys = useChord("compare");
  const closelyKeys = useChord("compare-closely");
  const zoomKeys = useChord("loupe");
  const isFirst = attempts[0]?.id === shown.id;
  const isLarge = zoom === "actual";
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-surface px-3 py-1">
      {isQueueShown ? null : (
        <IconButton label="Show the queue" className="max-xl:hidden" icon={<ListTree size={15} aria-hidden />} onClick={onShowQueue} />
      )}
      {attempts.length > 1 ? (
        <span className="flex min-w-0 overflow-x-auto">
          <ToggleGroup
            label="Attempt"
            value={shown.id}
            onChange={(id) => {
              const attempt = attempts.find((each) => each.id === id);
              if (attempt) onShow(attempt);
            }}
            options={attempts.map((attempt) => ({ value: attempt.id, label: `Attempt ${attempt.number}` }))}
          />
        </span>
      ) : (
        <span className="text-sm font-medium whitespace-nowrap">Attempt {shown.number}</span>
      )}
      <AttemptStatusBadge status={shown.status} stale={shown.stale} />
      <span className="ml-auto flex items-center gap-1">
        {tools}
        <IconButton
          label={isComparing ? "Show one attempt" : "Compare with previous"}
          keys={compareKeys}
          pressed={isComparing}
          disabledReason={isFirst ? "This is the first attempt; nothing comes before it." : null}
          icon={<Columns2 size={15} aria-hidden />}
          onClick={() => onCompare(!isComparing)}
        />
        <IconButton
          label="Compare closely"
          keys={closelyKeys}
          disabledReason={notComparable}
          icon={<ScanSearch size={15} aria-hidden />}
          onClick={onCompareClosely}
        />
        <IconButton
          label={isLarge ? "Show all of it" : "Show it pixel for pixel"}
          keys={zoomKeys}
          pressed={isLarge}
          icon={isLarge ? <ZoomOut size={15} aria-hidden /> : <ZoomIn size={15} aria-hidden />}
          onClick={() => onZoom(isLarge ? "fit" : "actual")}
        />
      </span>
    </div>
  );
}
