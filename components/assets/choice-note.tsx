"use client";
import { useQuery } from "@tanstack/react-query";
import { Meter } from "@/components/ui/meter";
import { studio } from "@/lib/client/query";

const AGAIN_MS = 1_000;

/** How far a choice of many files is, while it is under way. */
export function ChoiceNote({ choiceId }: { choiceId: string }) {
  const progress = useQuery({
    ...studio.asset.choice.queryOptions({ input: { choiceId }, meta: { isQuiet: true } }),
    refetchInterval: ({ state }) => (state.data?.status === "running" || state.data?.status === "undoing" ? AGAIN_MS : false),
  });
  const { data } = progress;
  if (!data || (data.status !== "running" && data.status !== "undoing")) return null;
  return (
    <div role="status" className="flex items-center gap-2">
      <span>
        {data.status === "running" ? "Choosing" : "Taking back"}: {data.done.toLocaleString("en")} of {data.total.toLocaleString("en")}
      </span>
      <div className="w-24">
        <Meter label="Files chosen" labelHidden fraction={data.total === 0 ? 1 : data.done / data.total} />
      </div>
    </div>
  );
}
