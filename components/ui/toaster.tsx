"use client";
import { useSyncExternalStore } from "react";
import { isUnsaid, onUnsaid } from "./announce";
import { useArrival, useHasArrived } from "./arrival";
import { lateCode, useLateCode } from "./late-code";

const code = lateCode(() => import("./toasts").then((file) => file.Toasts));

/** Where announcements appear. Mounted once, at the root; it comes when the page has arrived, or with what is to be said before. */
export function Toaster() {
  useArrival();
  const hasArrived = useHasArrived();
  const isAsked = useSyncExternalStore(onUnsaid, isUnsaid, () => false);
  const Toasts = useLateCode(code, hasArrived || isAsked);
  return Toasts ? <Toasts /> : null;
}
