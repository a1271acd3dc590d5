"use client";
import { useQuery } from "@tanstack/react-query";
import { studio } from "@/lib/client/query";
import { may, type Permission } from "@/lib/domain/access/policy";

/** The sentence that stands beside an act which is somebody else's; null when it is mine, or while nobody knows yet. */
export function useRefusal(permission: Permission, sentence: string): string | null {
  const me = useQuery(studio.member.me.queryOptions({ input: {} }));
  return me.data && !may(me.data.role, permission) ? sentence : null;
}
