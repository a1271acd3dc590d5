"use client";
import { useEffect, useState } from "react";

/** A value once it has not changed for a while (milliseconds): what is asked of the studio while somebody types. */
export function useSettled<Value>(value: Value, forMs = 250): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), forMs);
    return () => clearTimeout(timer);
  }, [value, forMs]);
  return settled;
}
