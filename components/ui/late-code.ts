import { useEffect, useRef, useState } from "react";
import { hasArrived, onArrival } from "./arrival";

/** Code that comes after the page has arrived, or when it is wanted before. */
export interface LateCode<Code> {
  /** Null while it is not here. */
  readonly known: () => Code | null;
  /** Fetches it, now; again if it could not be fetched before. */
  readonly fetch: () => Promise<Code>;
}

/** `load` is an `import()`. What is seldom wanted is not fetched before. On the server nothing late is drawn. */
export function lateCode<Code>(load: () => Promise<Code>, comes: "on arrival" | "when wanted" = "on arrival"): LateCode<Code> {
  let known: Code | null = null;
  let underWay: Promise<Code> | null = null;
  const fetch = () => {
    underWay ??= load().then(
      (code) => {
        known = code;
        return code;
      },
      (error: unknown) => {
        underWay = null;
        throw error;
      },
    );
    return underWay;
  };
  // Without the network it is fetched once more when it is wanted.
  if (comes === "on arrival" && typeof window !== "undefined") onArrival(() => void fetch().catch(() => {}));
  return { known: () => known, fetch };
}

/**
 * The code from when it was wanted first, as soon as it is here; without waiting where it was here before this was mounted. `onMissing` hears that
 * it could not be fetched.
 */
export function useLateCode<Code>({ known, fetch }: LateCode<Code>, isWanted: boolean, onMissing?: () => void): Code | null {
  const [isTaken, setTaken] = useState(() => hasArrived() && known() !== null);
  if (isWanted && !isTaken && known() !== null) setTaken(true);
  const missing = useRef(onMissing);
  useEffect(() => {
    missing.current = onMissing;
  });
  const isMissing = isWanted && !isTaken;
  useEffect(() => {
    if (!isMissing) return;
    let isGone = false;
    fetch().then(
      () => isGone || setTaken(true),
      () => isGone || missing.current?.(),
    );
    return () => {
      isGone = true;
    };
  }, [isMissing, fetch]);
  return isTaken ? known() : null;
}
