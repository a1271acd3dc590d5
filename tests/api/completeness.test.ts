import { readdirSync } from "node:fs";
import { join } from "node:path";
import { traverseContractProcedures } from "@orpc/server";
import { expect, test } from "vitest";
import { router } from "@/lib/api/router";

/** Verbs only jobs and the doors themselves call: the facts they take come from the studio, not from a person. */
const WITHIN_THE_HOUSE = [
  "asset.add",
  "asset.file",
  "asset.hand-in",
  "asset.purge",
  "asset.thumb-files",
  "asset.upload",
  "grid.facts",
  "grid.pictures",
  "grid.settle",
  "grid.start-cell",
  "guest.enter",
  "help.answer",
  "invitation.accept",
  "library.export",
  "library.import",
  "library.plan-import",
  "live.end-due",
  "live.fail",
  "live.finish",
  "live.ready",
  "member.change-password",
  "password-reset.redeem",
  "publication.complete",
  "publication.fail",
  "publication.marked-sizes",
  "publication.recognise",
  "run.adopt",
  "run.finish",
  "run.mark-unknown",
  "run.not-made",
  "run.preview",
  "run.record-variants",
  "vote.picture",
  "zip.plan",
];

async function verbsOf(folder: string): Promise<string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const modules = await Promise.all(files.map((file) => import(join(folder, file)) as Promise<Record<string, unknown>>));
  return modules.flatMap((module) => Object.values(module).flatMap((value) => (isVerb(value) ? [value.verb] : [])));
}

function isVerb(value: unknown): value is { verb: string } {
  return typeof value === "function" && "verb" in value && typeof value.verb === "string" && "permission" in value;
}

test("every verb has an address, unless it is named as one for within the house", async () => {
  const addressed: string[] = [];
  traverseContractProcedures({ router, path: [] }, ({ contract }) => void addressed.push(contract["~orpc"].route.operationId ?? ""));
  const verbs = await verbsOf(join(import.meta.dirname, "../../lib/services"));
  expect([...addressed, ...WITHIN_THE_HOUSE].sort()).toEqual(verbs.sort());
});
