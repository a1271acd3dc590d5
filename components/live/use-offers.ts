"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { LiveOffers } from "@/lib/domain/live/offers";

const LOOK_MS = 1_500;
const NOTHING: LiveOffers = { avatars: [], voices: [], contexts: [] };

export interface KnownOffers {
  readonly offers: LiveOffers;
  readonly isReading: boolean;
  /** Why the list is not there, in a sentence; null while it may come. */
  readonly problem: string | null;
  readonly readAgain: () => void;
}

/** What an engine has to choose from. A list that was never read, or is a day old, is read again when somebody looks. */
export function useOffers(engineId: string, mayRead: boolean): KnownOffers {
  const queries = useQueryClient();
  const known = useQuery({
    ...studio.live.offers.queryOptions({ input: { engineId }, meta: { isQuiet: true } }),
    refetchInterval: ({ state: { data } }) => (data?.isReading ? LOOK_MS : false),
  });
  const read = useMutation(
    studio.live.readOffers.mutationOptions({
      meta: { isQuiet: true },
      onSettled: () => queries.invalidateQueries({ queryKey: studio.live.offers.key() }),
    }),
  );
  const readFor = useRef("");
  const isStale = known.data?.isStale === true && mayRead;
  const { mutate } = read;
  useEffect(() => {
    if (!isStale || readFor.current === engineId) return;
    readFor.current = engineId;
    mutate({ engineId });
  }, [isStale, engineId, mutate]);
  const failed = known.error ?? read.error;
  return {
    offers: known.data?.offers ?? NOTHING,
    isReading: known.isPending || read.isPending || known.data?.isReading === true,
    problem: failed ? sentenceOf(failed) : (known.data?.problem ?? null),
    readAgain: () => mutate({ engineId }),
  };
}
