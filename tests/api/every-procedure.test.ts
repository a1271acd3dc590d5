import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { handleRest } from "@/lib/api/rest";
import { handleRpc } from "@/lib/api/rpc";
import { db } from "@/lib/db/client";
import { closeQueue } from "@/lib/jobs/queue";
import { addAsset } from "@/tests/support/assets";
import { freshDatabase } from "@/tests/support/database";
import { inputsOf } from "./arbitrary";
import { ask, type Person, person, programOf } from "./people";
import { createPool } from "./pool";
import { allProcedures, type KnownProcedure, restRequest, rpcRequest } from "./procedures";

/** Whatever anybody sends, to any procedure, by either door: an answer or a refusal with a sentence, never a failure of ours. */
const ROUNDS = 2;
const CALLS_A_ROUND = 14;

const pool = createPool();
let workspaceId = "";
let admin: Person;
let program: Readonly<Record<string, string>>;

beforeAll(async () => {
  await freshDatabase();
  admin = await person("admin");
  workspaceId = admin.workspaceId;
  program = await programOf(admin);
  await furnish();
});
afterAll(closeQueue);

/** Something of every kind that only a finished run, an upload or a sample workspace would bring. */
async function furnish(): Promise<void> {
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await handleRest(ask(method, `/api/v1${path}`, program, body));
    const answer: unknown = await response.json();
    expect([path, response.status, answer]).toEqual([path, 200, answer]);
    return answer as { id: string; boards: { id: string }[] };
  };
  const models = await call("GET", "/models");
  pool.learn("model", models);
  const project = await call("POST", "/projects", { name: "Furnished", hardBudgetMicros: "900000000" });
  const boardId = project.boards[0]?.id ?? "";
  const recipe = {
    text: "a lighthouse",
    negative: "",
    references: [],
    model: { engineId: "sketch", modelId: "sketch", revision: "1" },
    controls: { aspectRatio: "1:1", quality: "draft" },
    seeds: { mode: "random" },
    count: 1,
  };
  const known = (models as unknown as { engineId: string; capabilities: { modelId: string; revision: string } }[])[0];
  if (known) recipe.model = { engineId: known.engineId, modelId: known.capabilities.modelId, revision: known.capabilities.revision };
  const prompt = await call("POST", `/boards/${boardId}/prompts`, { recipe });
  const run = await call("POST", "/runs", { promptId: prompt.id });
  const asset = await addAsset(admin);
  const variant = await db().variant.create({
    data: { workspaceId, runId: run.id, promptId: prompt.id, index: 0, seed: 7n, assetId: asset.id, contentHash: asset.sha256 },
  });
  const lane = await db().lane.findFirst({ where: { workspaceId } });
  for (const [kind, answer] of Object.entries({ project, prompt, run, asset: asset.id, variant: variant.id, lane: lane?.id }))
    pool.learn(kind, answer);
}

/** Some acts end the session or revoke the key they came by: somebody else of the same workspace carries on. */
async function carryOn(): Promise<void> {
  admin = await person("admin", workspaceId);
  program = await programOf(admin);
}

async function send(procedure: KnownProcedure, input: unknown, door: "rest" | "rpc") {
  const response =
    door === "rest"
      ? await handleRest(restRequest(procedure, input, program))
      : await handleRpc(rpcRequest(procedure, input, admin.browser));
  const body: unknown = await response.json();
  const answer = door === "rest" ? body : (body as { json: unknown }).json;
  return { status: response.status, answer };
}

function expectAnswer(
  procedure: KnownProcedure,
  input: unknown,
  { status, answer }: { status: number; answer: unknown },
  log: unknown,
): void {
  const told = () =>
    `${procedure.name} ${status} ${JSON.stringify(answer)?.slice(0, 300)}\ninput ${JSON.stringify(input)?.slice(0, 600)}\n${log}`;
  if (status === 200) return;
  if (status < 400 || status >= 500) expect.fail(told());
  const { code, message } = answer as { code?: unknown; message?: unknown };
  if (typeof code !== "string" || !/^[A-Z_]+$/.test(code) || code === "INTERNAL") expect.fail(told());
  if (typeof message !== "string" || !/\S \S/.test(message) || message.length > 400) expect.fail(told());
}

/** What others hang from comes first, so that later procedures find something to work on. */
const FIRST = ["project", "library", "prompt", "run", "variant", "pattern", "lane", "card"];
const rank = ({ noun }: KnownProcedure) => (FIRST.indexOf(noun) + FIRST.length + 1) % (FIRST.length + 1);
const procedures = [...allProcedures()].sort((a, b) => rank(a) - rank(b));

describe.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))("round %i", () => {
  test.each(procedures.map((procedure) => [procedure.name, procedure] as const))(
    "%s never fails",
    async (_, procedure) => {
      const log = vi.spyOn(console, "error").mockImplementation(() => {});
      const property = fc.asyncProperty(inputsOf(procedure.input), fc.constantFrom("rest", "rpc"), async (template, door) => {
        const input = pool.fill(template);
        const result = await send(procedure, input, door);
        expectAnswer(procedure, input, result, log.mock.calls.flat().map(String).join("\n"));
        if (result.status === 200) pool.learn(procedure.noun, result.answer);
        if (result.status === 401 || /^(member|session|key)\//.test(procedure.name)) await carryOn();
      });
      await fc.assert(property, { numRuns: CALLS_A_ROUND, endOnFailure: true });
      log.mockRestore();
    },
    30_000,
  );
});
