import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";
import sharp from "sharp";
import { afterAll, beforeAll, describe, test } from "vitest";
import { GET as getFile } from "@/app/assets/[id]/[rendition]/route";
import { handleRest } from "@/lib/api/rest";
import { db } from "@/lib/db/client";
import { type CallLanguage, callCode } from "@/lib/domain/pattern/call-code";
import { env } from "@/lib/env";
import { generate } from "@/lib/jobs/handlers/generate";
import { closeQueue } from "@/lib/jobs/queue";
import { startWorker, type Worker } from "@/lib/jobs/start-worker";
import { instantEngine } from "@/tests/bench/instant-engine";
import { freshDatabase } from "@/tests/support/database";
import { aStudio, type ReviewStudio } from "@/tests/support/factory";
import { idleHandlers } from "@/tests/support/idle-handlers";
import { aPattern } from "@/tests/support/patterns";
import { png } from "@/tests/support/pictures";
import { served } from "@/tests/support/served";
import { workerTools } from "@/tests/support/worker-tools";
import { person, programOf } from "./people";

const run = promisify(execFile);

let studio: ReviewStudio;
let slug: string;
let url: string;
let worker: Worker;
let close: () => Promise<void>;
let folder: string;
let key: string;

/** A subject with everything a shell, a string and a format could trip over. */
const subject = (language: CallLanguage) => `the ${language} fox's "den", 50 % {dark} \\ $HOME \`now\``;

beforeAll(async () => {
  await freshDatabase();
  studio = await aStudio();
  slug = (await aPattern(studio, { name: "Called from code" })).slug;
  const operator = await person("operator", studio.workspaceId);
  const { authorization = "" } = await programOf(operator);
  key = authorization.replace("Bearer ", "");
  await db().apiKey.updateMany({ where: { workspaceId: studio.workspaceId }, data: { projectId: studio.projectId } });
  folder = await mkdtemp(join(tmpdir(), "selects-code-"));
  const server = await served((request) => {
    const [, id, rendition] = /^\/assets\/([^/]+)\/([^/]+)$/.exec(new URL(request.url).pathname) ?? [];
    return id && rendition ? getFile(request, { params: Promise.resolve({ id, rendition }) }) : handleRest(request);
  });
  ({ url, close } = server);
  const tools = workerTools([instantEngine(await png())]);
  worker = await startWorker({
    databaseUrl: env().databaseUrl(),
    dataDir: folder,
    concurrency: 2,
    handlers: idleHandlers({ "run.generate": (payload, signal) => generate(payload, signal, tools) }),
  });
});
afterAll(async () => {
  await worker.stop();
  await close();
  await closeQueue();
  await rm(folder, { recursive: true });
});

const code = (language: CallLanguage) =>
  callCode(language, {
    studio: url,
    slug,
    at: "candidate",
    variables: [{ name: "subject", type: { kind: "text" }, default: null, examples: [subject(language)] }],
  });

/** Runs a program in an empty folder and says which pictures it left there. */
async function picturesOf(name: string, command: string, args: readonly string[]) {
  const cwd = await mkdtemp(join(folder, `${name}-`));
  await run(command, args, { cwd, env: { ...process.env, SELECTS_KEY: key } });
  return Promise.all((await readdir(cwd)).map(async (file) => (await sharp(await readFile(join(cwd, file))).metadata()).format));
}

const runsOf = (language: CallLanguage) => db().run.count({ where: { prompt: { text: `${subject(language)} at dusk, gouache` } } });

describe.concurrent("the code a pattern's page offers", () => {
  test("in TypeScript holds under a strict compiler, runs, and saves the picture", async ({ expect }) => {
    const file = join(folder, "call.mts");
    await writeFile(file, code("typescript"));
    const repository = join(import.meta.dirname, "../..");
    const options = "--noEmit --strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes --skipLibCheck";
    const types = ["--target", "es2023", "--module", "nodenext", "--types", "node", "--typeRoots", join(repository, "node_modules/@types")];
    await run(process.execPath, [join(repository, "node_modules/typescript/bin/tsc"), ...options.split(" "), ...types, file], {
      cwd: folder,
    });
    const { code: script } = await transform(code("typescript"), { loader: "ts", format: "esm", target: "node20" });
    await writeFile(join(folder, "call.mjs"), script);
    expect(await picturesOf("typescript", process.execPath, [join(folder, "call.mjs")])).toEqual(["png"]);
    expect(await runsOf("typescript")).toBe(1);
  });

  test("in Python does the same", async ({ expect }) => {
    const file = join(folder, "call.py");
    await writeFile(file, code("python"));
    expect(await picturesOf("python", "python3", [file])).toEqual(["png"]);
    expect(await runsOf("python")).toBe(1);
  });

  test("for a shell starts the same run", async ({ expect }) => {
    const [start = ""] = code("curl").split("\n\n");
    const { stdout } = await run("sh", ["-c", start], { env: { ...process.env, SELECTS_KEY: key } });
    expect(JSON.parse(stdout)).toMatchObject({ status: "queued", pattern: { slug, label: "candidate" } });
    expect(await runsOf("curl")).toBe(1);
  });
});
