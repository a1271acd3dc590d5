import type { AttemptView, DefectView } from "@/lib/domain/review/view";
import { DefectOutlines } from "./defect-outlines";

/** The defect of another attempt that is pointed at while this one is on screen; null when none is. */
export function recalledOn(attempt: AttemptView, attempts: readonly AttemptView[], activeDefect: string | null): DefectView | null {
  const others = attempts.filter(({ id }) => id !== attempt.id);
  return others.flatMap(({ defects }) => defects).find(({ id }) => id === activeDefect) ?? null;
}

/** Where a defect of another attempt was: dashed, for it is nothing that was found here. */
export function RecalledDefect({ defect, picture }: { defect: DefectView; picture: { readonly width: number; readonly height: number } }) {
  const { id, x, y, outline } = defect;
  return (
    <>
      <DefectOutlines outlines={[{ id, x, y, outline, tone: "new", isActive: true }]} width={picture.width} height={picture.height} />
      <span
        role="img"
        aria-label="Here it was"
        style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
        className="pointer-events-none absolute size-7 -translate-1/2 rounded-full border-2 border-dashed border-white bg-black/40 ring-1 ring-black/60"
      />
    </>
  );
}
