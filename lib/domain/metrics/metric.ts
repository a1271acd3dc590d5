/** One family of measurements. Labels name engines, queues and states: never people, workspaces or words. */
export type Metric = Readings | Distribution;

interface Family {
  readonly name: string;
  readonly help: string;
  /** What is measured, in UCUM: `s`, `By`, `{run}`. */
  readonly unit: string;
}

/** A counter only grows; a gauge is as it is now. */
export interface Readings extends Family {
  readonly type: "gauge" | "counter";
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** How many measurements fell between which bounds. Only grows. */
export interface Distribution extends Family {
  readonly type: "histogram";
  /** Ascending; each belongs to the bucket below it. */
  readonly bounds: readonly number[];
  readonly samples: readonly Spread[];
}

export interface Spread {
  readonly labels: Readonly<Record<string, string>>;
  /** A bucket a bound and one for what is above the last: one more than bounds. */
  readonly counts: readonly number[];
  readonly sum: number;
}

/** How many measurements a spread holds. */
export const countOf = ({ counts }: Spread): number => counts.reduce((sum, count) => sum + count, 0);
