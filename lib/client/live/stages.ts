import { openLiveAvatar } from "./liveavatar-stage";
import { openRunway } from "./runway-stage";
import type { OpenStage } from "./stage";

const STAGES: Readonly<Record<string, OpenStage>> = { liveavatar: openLiveAvatar, runway: openRunway };

/** Opens a session the way its engine wants it. A row here is a live engine's place in the browser. */
export const openStage: OpenStage = (key, ports) => {
  const open = STAGES[key.engineId];
  return open ? open(key, ports) : Promise.reject(new Error(`This page does not know how to speak with ${key.engineId}.`));
};
