"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { useCommandSearch } from "@/lib/client/palette/palette-provider";
import type { CommandSearch } from "@/lib/client/palette/palette-store";

/** Lets the palette find projects, boards, grids, votes, patterns and review cards by their names. */
export function useObjectSearch(): void {
  const queries = useQueryClient();
  const router = useRouter();
  const search = useCallback<CommandSearch>(
    async (query) => {
      const { findObjects } = await import("./find-objects");
      return findObjects(queries, (href) => router.push(href), query);
    },
    [queries, router],
  );
  useCommandSearch(search);
}
