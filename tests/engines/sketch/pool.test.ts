import { expect, test, vi } from "vitest";
import { SKETCH_MODEL_ID } from "@/lib/engines/sketch/capabilities";
import type { PieceRequest } from "@/lib/engines/sketch/piece";
import { PaintingPool } from "@/lib/engines/sketch/threads/pool";

vi.setConfig({ testTimeout: 90_000 });

const request = (side: number): PieceRequest => ({
  modelId: SKETCH_MODEL_ID,
  quality: "draft",
  settings: {},
  text: "a vase, pencil",
  negative: "",
  seed: 1,
  width: side,
  height: side,
  references: [],
});
const LARGE = 600;
const SMALL = 64;

test("small pictures go before large ones that are still waiting", async () => {
  const pool = new PaintingPool({ threads: 1, pictureTimeoutMs: 60_000 });
  const done: string[] = [];
  const note = async (name: string, side: number) => {
    await pool.paint(request(side)).answer;
    done.push(name);
  };
  await Promise.all([note("first large", LARGE), note("second large", LARGE), note("first small", SMALL), note("second small", SMALL)]);
  expect(done).toEqual(["first large", "first small", "second small", "second large"]);
});

test("a stopped picture never answers, and the next one takes its thread", async () => {
  const pool = new PaintingPool({ threads: 1, pictureTimeoutMs: 60_000 });
  const running = pool.paint(request(LARGE));
  const waiting = pool.paint(request(LARGE));
  const last = pool.paint(request(SMALL));
  let answered = 0;
  for (const stopped of [running, waiting]) void stopped.answer.then(() => answered++);
  running.stop();
  waiting.stop();
  expect((await last.answer).kind).toBe("painted");
  expect(answered).toBe(0);
});
