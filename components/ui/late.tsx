"use client";
import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from "react";
import { useHasArrived } from "./arrival";
import { lateCode, useLateCode } from "./late-code";

/** What stands in a part's place until its code is here, as large as the part will be. */
export type StandIn<Props> = ComponentType<
  Props & { /** The part is wanted now: its code is fetched, and the rest of the page waits. */ readonly want: () => void }
>;

/**
 * A part of a page that is not needed for the first look: its code comes when the page has arrived, or when somebody turns to what stands in
 * its place. Where it was here already, it is drawn at once.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Before?: StandIn<Props>,
): (props: Props) => ReactNode {
  const code = lateCode(load);
  return function Late(props: Props) {
    const hasArrived = useHasArrived();
    const [isWanted, setWanted] = useState(false);
    const want = useCallback(() => setWanted(true), []);
    const Part = useLateCode(code, hasArrived || isWanted, () => setWanted(false));
    if (Part) return <Part {...props} />;
    return Before ? <Before {...props} want={want} /> : null;
  };
}

/** Stands in for what is only drawn because somebody asked for it. */
export function AtOnce({ want }: { want: () => void }) {
  useEffect(want, [want]);
  return null;
}
