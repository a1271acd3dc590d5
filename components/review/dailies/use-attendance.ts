"use client";
import { useQuery } from "@tanstack/react-query";
import { rpc } from "@/lib/client/rpc";

const EVERY_MS = 10_000;

/** Says every ten seconds that this screen is here; tells who else is. */
export function useAttendance(playlistId: string) {
  const attending = useQuery({
    queryKey: ["attendance", playlistId],
    queryFn: () => rpc.playlist.attend({ playlistId }),
    refetchInterval: EVERY_MS,
    retry: false,
  });
  return attending.data?.present ?? null;
}
