/** Outcomes a prompt can ask for, so that tests and people learning the studio meet them without a paid engine. */
export interface Simulation {
  readonly outcome: "paint" | "refuse" | "empty" | "fail" | "quota";
  /** The run takes at least this long after submit. Milliseconds. */
  readonly slowMs: number;
}

const CONTROL = /(?:^|\s)--(refuse|empty|fail|quota|slow=(\d{1,4}(?:\.\d{1,3})?))(?=\s|$|[.,;])/gi;
const LONGEST_SLOW_MS = 600_000;

/** Reads `--refuse --empty --fail --quota --slow=SECONDS` out of a prompt; what is left is what will be painted. */
export function readSimulation(prompt: string): { readonly text: string; readonly simulation: Simulation } {
  let outcome: Simulation["outcome"] = "paint";
  let slowMs = 0;
  const text = prompt.replace(CONTROL, (_match, control: string, seconds: string | undefined) => {
    const name = control.toLowerCase();
    if (seconds !== undefined) slowMs = Math.min(LONGEST_SLOW_MS, Math.round(Number(seconds) * 1000));
    else if (name === "refuse" || name === "empty" || name === "fail" || name === "quota") outcome = name;
    return "";
  });
  return { text: text.trim(), simulation: { outcome, slowMs } };
}
