import { disconnect } from "@/lib/db/client";
import { listen } from "@/lib/db/listen";
import { PATIENCE } from "@/lib/domain/run/patience";
import type { Recording } from "@/lib/engines/http/exchange";
import { liveRegistry } from "@/lib/engines/live-registry";
import { checkersOf, registry } from "@/lib/engines/registry";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { mailerTo } from "@/lib/mail/mailer";
import { connectionOf } from "@/lib/services/engine/connection-of";
import { NUDGES } from "@/lib/services/run/nudge-run";
import { blobStore } from "@/lib/storage/current";
import { tellMetrics } from "@/lib/telemetry/metrics";
import { NO_TRACES, tracesTo } from "@/lib/telemetry/traces";
import { answerHelp } from "./handlers/answer-help";
import { checkEngine } from "./handlers/check-engine";
import { checkUpload } from "./handlers/check-upload";
import { chooseAssets } from "./handlers/choose-assets";
import { deliverPublication } from "./handlers/deliver-publication";
import { deliverWebhook } from "./handlers/deliver-webhook";
import { fillGrid } from "./handlers/fill-grid";
import { findRun } from "./handlers/find-run";
import { followSession } from "./handlers/follow-session";
import { generate } from "./handlers/generate";
import { lookAtAsset } from "./handlers/look-at-asset";
import { measureCell } from "./handlers/measure-cell";
import { noticeRound } from "./handlers/notice-round";
import { packZip } from "./handlers/pack-zip";
import { previewPattern } from "./handlers/preview-pattern";
import { readOffers } from "./handlers/read-offers";
import { sweep } from "./handlers/sweep";
import { writePublication } from "./handlers/write-publication";
import { Nudges } from "./nudges";
import { closeQueue } from "./queue";
import { startWorker } from "./start-worker";

/** The worker process: `node --import tsx lib/jobs/worker.ts`. Says `ready` to a parent that listens, ends with it. */

const POLL_MS = 250;

const { collector } = env();
const traces = collector === undefined ? NO_TRACES : tracesTo(collector);
const metrics = collector === undefined ? null : tellMetrics({ to: collector, service: "selects-worker", isOfStudio: true });
const nudges = new Nudges();
const nudged = listen(NUDGES, (runId) => nudges.ring(runId));

/** Every exchange with a provider, for whoever looks for a fault: `SELECTS_LOG=debug`. It holds no key and no picture. */
const observe = (engineId: string, recording: Recording) => log.debug("engines", "exchange", { engineId, ...recording });

const tools = {
  engines: registry({ observe }),
  blobs: blobStore(),
  connect: connectionOf,
  pollMs: POLL_MS,
  patience: PATIENCE,
  origin: env().origin,
  nudges,
  traces,
};

const liveTools = { engines: liveRegistry({ observe }), blobs: tools.blobs, connect: connectionOf };
const checkers = checkersOf(tools.engines, liveTools.engines);

const mail = env().mail();
const mailer = mail ? mailerTo(mail) : null;

const worker = await startWorker({
  databaseUrl: env().databaseUrl(),
  dataDir: env().dataDir,
  concurrency: env().workerConcurrency,
  handlers: {
    "run.generate": (payload, signal) => generate(payload, signal, tools),
    "grid.fill": fillGrid,
    "trial.measure": (payload) => measureCell(payload, tools.blobs),
    "pattern.preview": (payload, signal) => previewPattern(payload, signal, tools),
    "run.find": (payload, signal) => findRun(payload, signal, tools),
    "publication.write": (payload) => writePublication(payload, tools.blobs),
    "publication.deliver": (payload, signal) =>
      deliverPublication(payload, signal, { blobs: tools.blobs, isPrivateAllowed: env().mayWebhooksGoAnywhere }),
    "asset.look": (payload) => lookAtAsset(payload, tools.blobs),
    "asset.choose": chooseAssets,
    "zip.pack": (payload, signal) => packZip(payload, signal, tools.blobs),
    "upload.check": (payload, signal) => checkUpload(payload, signal, tools.blobs),
    "help.answer": (payload, signal) => answerHelp(payload, signal, { blobs: tools.blobs, connect: connectionOf }),
    "webhook.deliver": (payload, signal) => deliverWebhook(payload, signal, { isPrivateAllowed: env().mayWebhooksGoAnywhere }),
    "engine.check": (payload, signal) => checkEngine(payload, signal, checkers),
    "live.offers": (payload, signal) => readOffers(payload, signal, liveTools),
    "live.follow": (payload, signal) => followSession(payload, signal, liveTools),
    "notice.round": (_payload, signal) => noticeRound(new Date(), signal, { mailer, origin: env().origin }),
    "house.sweep": () => sweep(tools.blobs),
  },
});

let isEnding = false;
const end = async () => {
  if (isEnding) return;
  isEnding = true;
  await worker.stop();
  mailer?.close();
  await Promise.all([traces.close(), metrics?.close()]);
  await nudged.close();
  await closeQueue();
  await disconnect();
  process.exit(0);
};
process.once("SIGTERM", end);
process.once("SIGINT", end);
process.once("disconnect", end);

log.info("worker", "ready");
process.send?.("ready");
