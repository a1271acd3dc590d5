import type { Handlers } from "@/lib/jobs/start-worker";

const nothing = async () => undefined;

/** A worker's handlers of which only these do anything. */
export function idleHandlers(busy: Partial<Handlers>): Handlers {
  return {
    "run.generate": nothing,
    "run.find": nothing,
    "grid.fill": nothing,
    "trial.measure": nothing,
    "pattern.preview": nothing,
    "asset.look": nothing,
    "asset.choose": nothing,
    "zip.pack": nothing,
    "upload.check": nothing,
    "publication.write": nothing,
    "publication.deliver": nothing,
    "help.answer": nothing,
    "webhook.deliver": nothing,
    "engine.check": nothing,
    "live.follow": nothing,
    "live.offers": nothing,
    "notice.round": nothing,
    "house.sweep": nothing,
    ...busy,
  };
}
