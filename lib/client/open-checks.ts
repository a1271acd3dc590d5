import { z } from "zod";
import type { OpenChecks } from "./follow-upload";

const KEY = "selects:open-checks";
const Checks = z.array(z.object({ uploadId: z.uuid(), fileName: z.string() })).catch([]);

/** Kept by this browser. Where nothing can be kept (private windows, full disks) a reload forgets them, and only that. */
export const openChecks: OpenChecks = {
  all: readChecks,
  add: (uploadId, fileName) => keep([...readChecks().filter((check) => check.uploadId !== uploadId), { uploadId, fileName }]),
  remove: (uploadId) => keep(readChecks().filter((check) => check.uploadId !== uploadId)),
};

function readChecks(): z.infer<typeof Checks> {
  try {
    return Checks.parse(JSON.parse(localStorage.getItem(KEY) ?? "[]"));
  } catch {
    return [];
  }
}

function keep(checks: z.infer<typeof Checks>): void {
  try {
    if (checks.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(checks));
  } catch {
    // See above.
  }
}
