import { Skeleton } from "@/components/ui/skeleton";

const CARDS = [
  { id: "root", className: "col-start-1" },
  { id: "first", className: "col-start-2" },
  { id: "second", className: "col-start-2" },
  { id: "third", className: "col-start-3 row-start-1" },
] as const;

/** A board while it is read: cards where cards will be. */
export function BoardSkeleton() {
  return (
    <div role="status" aria-label="Reading the board" className="grid grid-cols-[repeat(3,18rem)] gap-x-18 gap-y-6 p-10">
      {CARDS.map(({ id, className }) => (
        <Skeleton key={id} className={`h-56 rounded-md ${className}`} />
      ))}
    </div>
  );
}
