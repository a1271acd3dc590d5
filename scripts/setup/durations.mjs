import { relative } from "node:path";

/** So many of the slowest files are named. */
const NAMED = 5;
/** Faster ones are nobody's concern. */
const SLOW_MS = 3_000;

/**
 * Where the time of a test run went, as lines to print: each room's tests and the slowest files. Files run beside each other, so the
 * rooms add up to more than the run took.
 * @param {{ name: string, startTime: number, endTime: number, assertionResults: unknown[] }[]} files as Vitest's JSON report has them
 * @param {string} root
 */
export function durations(files, root) {
  const timed = files.map(({ name, startTime, endTime, assertionResults }) => {
    const path = relative(root, name).replaceAll("\\", "/");
    return { path, room: path.split("/")[1] ?? path, tests: assertionResults.length, durationMs: Math.max(0, endTime - startTime) };
  });
  const rooms = [...new Set(timed.map(({ room }) => room))].map((room) => {
    const members = timed.filter((file) => file.room === room);
    return { room, tests: sum(members, "tests"), durationMs: sum(members, "durationMs") };
  });
  const slowest = timed
    .filter(({ durationMs }) => durationMs >= SLOW_MS)
    .sort(longestFirst)
    .slice(0, NAMED);
  return [
    ...rooms.sort(longestFirst).map(({ room, tests, durationMs }) => `  ${room.padEnd(12)}${count(tests)}${time(durationMs)}`),
    ...slowest.map(({ path, durationMs }) => `  ${time(durationMs)}  ${path}`),
  ].join("\n");
}

const longestFirst = (one, other) => other.durationMs - one.durationMs;
const sum = (rows, name) => rows.reduce((total, row) => total + row[name], 0);
const count = (tests) => `${tests} tests`.padStart(12);
const time = (durationMs) => `${(durationMs / 1000).toFixed(1)} s`.padStart(10);
