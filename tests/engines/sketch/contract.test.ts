import { vi } from "vitest";
import { sketchEngine } from "@/lib/engines/sketch";
import { engineContract } from "../contract/engine-contract";
import { sketchRequest } from "./sketch-request";

/** Painting competes for the cores with whatever else runs; what is slow there is not wrong. */
vi.setConfig({ testTimeout: 90_000 });

engineContract({
  name: "Sketch",
  create: () => sketchEngine(),
  isEmbedded: true,
  request: sketchRequest,
  provoke: { refused: "a fox --refuse", empty: "a fox --empty", "engine-fault": "a fox --fail", quota: "a fox --quota" },
  lastingText: "a fox --slow=60",
});
