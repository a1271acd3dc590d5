import { expect, test } from "vitest";
import { planFilm } from "@/lib/engines/sketch/motion/plan-film";
import { readMotion } from "@/lib/engines/sketch/motion/read-motion";

const plan = (text: string) => planFilm({ text, negative: "", seed: 1, camera: null, hasFrame: false });

test.each([
  ["a sea, slow pan left", "pan-left", "slow"],
  ["the camera pans slowly to the right over a city", "pan-right", "slow"],
  ["tilt up along a tower", "tilt-up", "steady"],
  ["a forest, camera tilts down", "tilt-down", "steady"],
  ["zoom in on a fox", "push-in", "steady"],
  ["product push-in, a bottle", "push-in", "steady"],
  ["quickly zoom out from a lighthouse", "pull-out", "fast"],
  ["slow dolly back, a street", "pull-out", "slow"],
  ["a statue, camera orbits around it", "orbit", "steady"],
  ["static shot of a lake", "static", "steady"],
  ["truck left past houses", "pan-left", "steady"],
])("%s", (text, camera, pace) => {
  expect(readMotion(text)).toMatchObject({ camera, pace });
});

test("words about the camera are not painted: no frying pan, no space station", () => {
  const panned = plan("a lighthouse by the sea, pan left, gouache");
  expect(panned.scene.subjects.map((subject) => subject.word)).toEqual(["lighthouse"]);
  expect(panned.understood).toContain("pan left");
  expect(panned.ignored).toEqual([]);
  expect(plan("a vase in a studio, orbit around it").scene.places).toEqual(["studio"]);
});

test("things that sound like movement stay things", () => {
  expect(readMotion("a frying pan on a table")).toMatchObject({ camera: null, rest: "a frying pan on a table" });
  expect(readMotion("a red truck left of a tree").camera).not.toBe("pan-right");
  expect(readMotion("a road to the night market")).toMatchObject({ passage: null });
  expect(readMotion('a poster that says "zoom in"')).toMatchObject({ camera: null });
});

test.each([
  ["a city from day to night", "day", "night"],
  ["a city at noon, timelapse to night", "day", "night"],
  ["a lake at dawn as night falls", "dawn", "night"],
  ["mountains, time-lapse from night to dawn", "night", "dawn"],
])("%s: the light goes from one hour to the other", (text, from, to) => {
  const { scene, sceneAfter, motion } = plan(text);
  expect(scene.light).toBe(from);
  expect(motion.passageTo).toBe(to);
  expect(sceneAfter).toEqual({ ...scene, light: to });
});

test("rain and snow fall where the words say so, and only where there is air", () => {
  expect(plan("a forest in the rain").motion.falling).toBe("rain");
  expect(plan("mountains, falling snow").motion.falling).toBe("snow");
  expect(plan("a wet bottle, studio").motion.falling).toBeNull();
  expect(plan("a forest").motion.falling).toBeNull();
});

test("a camera chosen in the settings beats the words", () => {
  expect(planFilm({ text: "a sea, pan left", negative: "", seed: 1, camera: "orbit", hasFrame: false }).motion.camera).toBe("orbit");
});
