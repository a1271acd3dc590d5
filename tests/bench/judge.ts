/** Figures of one bench beside their limits. */
export interface Judge {
  /** Prints `ok 0.53  name: 10.6 of 20 ms`, or `OVER` in its place. */
  judge(name: string, value: number, limit: number, unit: string): void;
  /** Something that is no figure went wrong: the bench has not shown what it claims. */
  fail(reason: unknown): void;
  readonly isOver: boolean;
}

export function createJudge(): Judge {
  let isOver = false;
  return {
    judge(name, value, limit, unit) {
      const ratio = value / limit;
      // What could not be measured has not held.
      const holds = ratio <= 1;
      if (!holds) isOver = true;
      console.log(
        `  ${holds ? "  ok" : "OVER"} ${ratio.toFixed(2).padStart(6)}  ${name}: ${Number(value.toFixed(1))} of ${Number(limit.toFixed(1))} ${unit}`,
      );
    },
    fail(reason) {
      console.error(reason);
      isOver = true;
    },
    get isOver() {
      return isOver;
    },
  };
}

export function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
