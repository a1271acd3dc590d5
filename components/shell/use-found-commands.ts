"use client";
import { useEffect, useState } from "react";
import { usePalette } from "@/lib/client/palette/palette-provider";
import type { Command } from "@/lib/client/palette/palette-store";

const TYPING_PAUSE_MS = 120;
const MIN_LETTERS = 2;

type Found = { readonly query: string; readonly commands: readonly Command[]; readonly isPartial: boolean };

/** What the registered searches find for a query, once the typing pauses. A search that fails costs only its own results. */
export function useFoundCommands(query: string): Found & { readonly isSearching: boolean } {
  const searches = usePalette((palette) => palette.searches);
  const [found, setFound] = useState<Found>({ query: "", commands: [], isPartial: false });
  const wanted = query.trim().length >= MIN_LETTERS && searches.size > 0 ? query.trim() : "";

  useEffect(() => {
    if (wanted === "") return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const answers = await Promise.allSettled([...searches.values()].map((search) => search(wanted, abort.signal)));
      if (abort.signal.aborted) return;
      const commands = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
      setFound({ query: wanted, commands, isPartial: answers.some((answer) => answer.status === "rejected") });
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted, searches]);

  if (wanted === "") return { query: "", commands: [], isPartial: false, isSearching: false };
  return { ...found, isSearching: found.query !== wanted };
}
