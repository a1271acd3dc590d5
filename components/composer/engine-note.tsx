"use client";
import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { studio } from "@/lib/client/query";
import { runsWait } from "@/lib/domain/engine/breaker";

/** What one should know before running: the chosen engine fails at present, or asked us to slow down. Nothing while it is well. */
export function EngineNote({ engineId, name }: { engineId: string; name: string }) {
  const engines = useQuery(studio.engine.list.queryOptions({ input: {}, meta: { isQuiet: true } }));
  const health = engines.data?.find((engine) => engine.engineId === engineId)?.health;
  if (!health || !runsWait(health)) return null;
  return (
    <p role="status" className="flex items-start justify-end gap-1.5 pt-1 text-right text-xs text-warn text-pretty">
      <TriangleAlert size={13} aria-hidden className="mt-0.5 shrink-0" />
      {name}: {health.sentence}
    </p>
  );
}
