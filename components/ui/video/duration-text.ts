/** A length as people say it: "4 s", "1:05". Tenths only where whole seconds would be wrong. */
export function durationText(durationMs: number): string {
  const seconds = durationMs / 1000;
  if (seconds >= 60) {
    const whole = Math.round(seconds);
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  }
  return `${Number(seconds.toFixed(1))} s`;
}
