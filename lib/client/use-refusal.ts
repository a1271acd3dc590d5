"use client";
import { useQuery } from "@tanstack/react-query";
import { may, onlySentence, type Permission } from "@/lib/domain/access/policy";
import { studio } from "./query";

/** The sentence that stands beside an act which is somebody else's; null when it is mine, or while nobody knows yet. */
export function useRefusal(permission: Permission): string | null {
  const me = useQuery(studio.member.me.queryOptions({ input: {} }));
  return me.data && !may(me.data.role, permission) ? onlySentence(permission) : null;
}
