import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { handleRest } from "@/lib/api/rest";
import { handleRpc } from "@/lib/api/rpc";
import { closeQueue } from "@/lib/jobs/queue";
import { freshDatabase } from "@/tests/support/database";
import { aStudio, aVariant } from "@/tests/support/factory";
import { recipe } from "@/tests/support/recipes";
import { inputsOf } from "./arbitrary";
import { ask, type Person, person, programOf } from "./people";
import { createPool, kindOf } from "./pool";
import { allProcedures, type KnownProcedure, restRequest, rpcRequest } from "./procedures";

/** Whatever anybody sends, to any procedure, by either door: an answer or a refusal with a sentence, never a failure of ours. */
const CALLS_EACH = 6;

const pool = createPool();
let workspaceId = "";
let admin: Person;
let program: Readonly<Record<string, string>>;

beforeAll(async () => {
  await freshDatabase();
  await furnish();
});
afterAll(closeQueue);

/** Something of every kind, so that random requests meet more than an empty room. */
async function furnish(): Promise<void> {
  const studio = await aStudio();
  workspaceId = studio.workspaceId;
  await carryOn();
  const variant = await aVariant(studio);
  const ours = { project: studio.projectId, variant: variant.id, asset: variant.assetId, prompt: variant.promptId, run: variant.runId };
  for (const [kind, id] of Object.entries({ ...ours, lane: studio.lanes.exploration })) pool.learn(kind, id);
  for (const path of ["/models", "/lanes", `/projects/${ours.project}`, `/prompts/${ours.prompt}`]) await call("GET", path);
  await call("POST", "/variants/choices", { choices: [{ variantId: variant.id, flag: "pick" }] });
  const library = await call("POST", "/libraries", { name: "Furnished" });
  const { references, ...template } = recipe({ text: "a {subject} at dawn" });
  const version = { template: { ...template, variables: [{ name: "subject", default: "pier", examples: [] }] }, references, note: "" };
  await call("POST", "/patterns", { libraryId: library, variantId: variant.id, name: "Dawn", version });
  for (const title of ["Hero", "Banner", "Story"]) {
    const card = { projectId: ours.project, laneId: studio.lanes.production, title, terms: { ownerId: admin.memberId } };
    const cardId = await call("POST", "/cards", card);
    if (title !== "Hero") await call("POST", `/cards/${cardId}/attempts`, { variantId: variant.id, note: "", seenAttempt: 0 });
    await call("GET", `/cards/${cardId}`);
  }
}

/** A request that must be answered; what it tells is learnt. Returns the id of what it speaks of. */
async function call(method: string, path: string, body?: unknown): Promise<string> {
  const response = await handleRest(ask(method, `/api/v1${path}`, program, body));
  const answer: unknown = await response.json();
  expect([path, response.status, answer]).toEqual([path, 200, answer]);
  pool.learn(kindOf(path.split("/")[1] ?? ""), answer);
  const { id, cardId } = answer as { id?: string; cardId?: string };
  return id ?? cardId ?? "";
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
  if (VALIDATORS_WORDS.test(message)) expect.fail(told());
}

/** A schema's own vocabulary is for programmers; people get the product's. */
const VALIDATORS_WORDS = /\bexpected\b|\breceived\b|invalid input|too (big|small)|unrecognized key/i;

/** What others hang from comes first, so that later procedures find something to work on. */
const FIRST = ["project", "library", "prompt", "run", "variant", "pattern", "lane", "card"];
const rank = ({ noun }: KnownProcedure) => (FIRST.indexOf(noun) + FIRST.length + 1) % (FIRST.length + 1);
const procedures = [...allProcedures()].sort((a, b) => rank(a) - rank(b));

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
    await fc.assert(property, { numRuns: CALLS_EACH, endOnFailure: true });
    log.mockRestore();
  },
  30_000,
);
