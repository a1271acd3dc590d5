import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { durations } from "@/scripts/setup/durations.mjs";
import { step } from "@/scripts/setup/steps.mjs";

const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  vi.useFakeTimers();
  vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
  vi.spyOn(console, "log").mockImplementation((text) => void said.push(`${text}\n`));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Work that lasts until it is let go. */
function work(): { promise: Promise<void>; finish: () => void } {
  let finish = () => {};
  const promise = new Promise<void>((settle) => {
    finish = settle;
  });
  return { promise, finish };
}

test("without a terminal a step is announced, tells every ten seconds that it lasts, and how long it took", async () => {
  const { promise, finish } = work();
  const done = step("Building the studio", () => promise);
  expect(said).toEqual(["  Building the studio …\n"]);
  vi.advanceTimersByTime(25_000);
  finish();
  await done;
  expect(said).toEqual([
    "  Building the studio …\n",
    "  Building the studio …       10.0 s\n",
    "  Building the studio …       20.0 s\n",
    "  Building the studio         25.0 s\n",
  ]);
});

test("a step that fails says so and passes the reason on", async () => {
  await expect(step("Types", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(said.at(-1)).toBe("  Types                       failed\n");
});

test("on a terminal steps at work share one line, and each ends on its own", async () => {
  const wasTerminal = process.stdout.isTTY;
  process.stdout.isTTY = true;
  try {
    const [types, code] = [work(), work()];
    const both = [step("Types", () => types.promise), step("Dead code", () => code.promise)];
    expect(said.at(-1)).toContain("  Types, Dead code");
    code.finish();
    await both[1];
    expect(said.slice(-2).join("")).toMatch(/\r {2}Dead code +0\.0 s\S*\n\r {2}Types +0\.0 s/);
    types.finish();
    await both[0];
    expect(said.at(-1)).toMatch(/\n$/);
  } finally {
    process.stdout.isTTY = wasTerminal;
  }
});

test("a test run says where its time went: rooms, then the slowest files", () => {
  const file = (name: string, seconds: number, tests: number) => ({
    name: `/house/tests/${name}`,
    startTime: 1_000,
    endTime: 1_000 + seconds * 1_000,
    assertionResults: Array.from({ length: tests }, () => ({})),
  });
  const files = [file("api/rest.test.ts", 4, 10), file("domain/money/hold.test.ts", 1, 30), file("api/rpc.test.ts", 2.5, 5)];
  expect(durations(files, "/house")).toBe(
    ["  api             15 tests     6.5 s", "  domain          30 tests     1.0 s", "       4.0 s  tests/api/rest.test.ts"].join("\n"),
  );
});
