"use client";
import { useEffect, useState } from "react";
import { whenIdle } from "./when-idle";

/**
 * Whether the browser is asked for its own rendering of a picture. Where another one stands in for it, that waits until the page has nothing else
 * to do: a key passes a picture without fetching and decoding it. Once asked for, it stays so.
 */
export function useOwnPicture(id: string, hasStandIn: boolean): boolean {
  const [askedId, setAskedId] = useState<string | null>(null);
  const isAsked = askedId === id;
  useEffect(() => {
    if (isAsked) return;
    if (hasStandIn) return whenIdle(() => setAskedId(id));
    setAskedId(id);
  }, [id, isAsked, hasStandIn]);
  return isAsked || !hasStandIn;
}
