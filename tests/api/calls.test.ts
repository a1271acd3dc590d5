import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handleRest } from "@/lib/api/rest";
import { db } from "@/lib/db/client";
import type { CalledVersion, RunDetail, StartedCall } from "@/lib/domain/pattern/call";
import { closeQueue } from "@/lib/jobs/queue";
import { deprecatePattern } from "@/lib/services/pattern/deprecate-pattern";
import { saveVersion } from "@/lib/services/pattern/save-version";
import { freshDatabase } from "@/tests/support/database";
import { aStudio, type ReviewStudio } from "@/tests/support/factory";
import { aPattern, label, versionDraft } from "@/tests/support/patterns";
import { ask, type Person, person, programOf } from "./people";

let studio: ReviewStudio;
let operator: Person;
let program: Readonly<Record<string, string>>;

beforeAll(async () => {
  await freshDatabase();
  studio = await aStudio();
  operator = await person("operator", studio.workspaceId);
  program = await programOf(operator);
});
afterAll(closeQueue);

async function send(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = program) {
  const response = await handleRest(ask(method, `/api/v1${path}`, headers, body));
  const answer: unknown = await response.json();
  return { status: response.status, answer };
}

const run = (at: string, change: object = {}, headers?: Readonly<Record<string, string>>) =>
  send("POST", `/patterns/${at}/runs`, { projectId: studio.projectId, variables: { subject: "a fox" }, ...change }, headers);

async function started(at: string, change: object = {}): Promise<StartedCall> {
  const { status, answer } = await run(at, change);
  expect([status, answer]).toEqual([200, answer]);
  return answer as StartedCall;
}

/** What a call was refused with: `404 NOT_FOUND No version of…`. */
async function refusal(asked: Promise<{ status: number; answer: unknown }>): Promise<string> {
  const { status, answer } = await asked;
  const { code, message } = answer as { code: string; message: string };
  return `${status} ${code} ${message}`;
}

/** A pattern whose first version is in production while its second is being tried. */
async function twoVersions(name: string) {
  const pattern = await aPattern(studio, { name });
  const saved = await saveVersion(studio.people.lead, { patternId: pattern.id, basedOn: 1, version: versionDraft("{subject} in pencil") });
  await label(saved, "production", 1);
  return saved;
}

describe("a pattern called by label", () => {
  test("answers with the version the label points to, however the @ is written; a number names any other", async () => {
    const { slug } = await twoVersions("Called");
    const read = async (address: string) => {
      const { status, answer } = await send("GET", `/patterns/${address}`);
      expect(status).toBe(200);
      const { pattern, version } = answer as CalledVersion;
      expect(pattern.number).toBe(version.number);
      return [pattern.number, pattern.label];
    };
    expect(await read(`${slug}@production`)).toEqual([1, "production"]);
    expect(await read(`${slug}%40production`)).toEqual([1, "production"]);
    expect(await read(`${slug}@candidate`)).toEqual([2, "candidate"]);
    expect(await read(`${slug}@2`)).toEqual([2, null]);
    expect((await send("GET", `/patterns/${slug}`)).answer).toMatchObject({ slug, versions: [{ number: 2 }, { number: 1 }] });
  });

  test("runs it with the given variables; the run says by which version it was made and what it was called by", async () => {
    const pattern = await twoVersions("Run");
    const call = await started(`${pattern.slug}@production`, { count: 2 });
    const first = pattern.versions.find(({ number }) => number === 1);
    const called = { patternId: pattern.id, slug: pattern.slug, number: 1, versionId: first?.id, label: "production" };
    expect(call).toMatchObject({ status: "queued", count: 2, pattern: called, cardId: null, cardNotes: [] });
    const { answer } = await send("GET", `/runs/${call.id}`);
    expect((answer as RunDetail).pattern).toEqual(called);
    const prompt = await db().prompt.findUniqueOrThrow({ where: { id: call.promptId }, include: { board: true } });
    expect([prompt.text, prompt.board.name]).toEqual(["a fox at dusk, gouache", "Calls"]);
    expect((await started(`${pattern.slug}@2`, { seeds: [7, 8] })).pattern).toMatchObject({ number: 2, label: null });
  });

  test("uses the other version from the moment the label is moved, and a roll-back is seen as soon", async () => {
    const pattern = await twoVersions("Moved");
    const numbers: number[] = [];
    for (const number of [1, 2, 1]) {
      await label(pattern, "production", number);
      numbers.push((await started(`${pattern.slug}@production`)).pattern.number);
    }
    expect(numbers).toEqual([1, 2, 1]);
  });

  test("keeps one board for all calls of a project, however many come first at once", async () => {
    const { slug } = await aPattern(studio, { name: "Crowd" });
    const project = await send("POST", "/projects", { name: "Fresh" });
    const projectId = (project.answer as { id: string }).id;
    const calls = await Promise.all(Array.from({ length: 6 }, () => run(`${slug}@candidate`, { projectId })));
    expect(calls.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
    expect(await db().board.count({ where: { projectId, name: "Calls" } })).toBe(1);
  });

  test("sent again under its Idempotency-Key gets the same run, even after the label was moved", async () => {
    const pattern = await twoVersions("Once");
    const again = () => run(`${pattern.slug}@production`, {}, { ...program, "idempotency-key": "once" });
    const first = await again();
    await label(pattern, "production", 2);
    expect(await again()).toEqual(first);
    expect((first.answer as StartedCall).pattern.number).toBe(1);
  });

  test("spends the money of the key's own project when it names none", async () => {
    const { slug } = await aPattern(studio, { name: "Default" });
    const admin = await person("admin", studio.workspaceId);
    const made = await send("POST", "/keys", { name: "Shop", scopes: ["run", "read"], projectId: studio.projectId }, admin.browser);
    const { secret, key } = made.answer as { secret: string; key: { project: unknown } };
    expect(key.project).toEqual({ id: studio.projectId, name: "A project" });
    const shop = { authorization: `Bearer ${secret}` };
    expect((await run(`${slug}@candidate`, { projectId: undefined }, shop)).answer).toMatchObject({ projectId: studio.projectId });
    expect(await refusal(run(`${slug}@candidate`, { projectId: undefined }))).toBe(
      "400 BAD_INPUT Name a projectId: this API key has no default project.",
    );
  });
});

describe("a review card opened with the call", () => {
  test("starts from its lane's template, and the run keeps the lane's rules", async () => {
    const { slug } = await aPattern(studio, { name: "Carded", quality: "final" });
    const reviewCard = { laneId: studio.lanes.production, title: "Hero", ownerId: studio.people.reviewer.memberId };
    const call = await started(`${slug}@candidate`, { reviewCard });
    const card = await db().reviewCard.findUniqueOrThrow({ where: { id: call.cardId ?? "" } });
    expect(card).toMatchObject({ title: "Hero", retryLimit: 2, ownerId: studio.people.reviewer.memberId, status: "draft" });
    expect(await db().run.findUniqueOrThrow({ where: { id: call.id } })).toMatchObject({
      cardId: card.id,
      laneId: studio.lanes.production,
    });
  });

  test("is not left behind when the lane refuses the run", async () => {
    const { slug } = await aPattern(studio, { name: "Draft only" });
    const reviewCard = { laneId: studio.lanes.production, title: "Left behind" };
    expect(await refusal(run(`${slug}@candidate`, { reviewCard }))).toMatch(/^422 REFUSED /);
    expect(await db().reviewCard.count({ where: { title: "Left behind" } })).toBe(0);
  });

  test("takes a key that may write cards", async () => {
    const { slug } = await aPattern(studio, { name: "Scoped" });
    const reviewCard = { laneId: studio.lanes.exploration, title: "No" };
    const narrow = await programOf(operator, ["read", "run"]);
    expect(await refusal(run(`${slug}@candidate`, { reviewCard }, narrow))).toBe('403 FORBIDDEN This API key lacks the scope "review".');
  });
});

describe("a call is refused with a sentence, and nothing is left of it", () => {
  test("for what is not there, what is missing and what it may not do", async () => {
    const { slug } = await aPattern(studio, { name: "Refused" });
    const before = await db().prompt.count();
    expect(await refusal(run(`${slug}@production`))).toBe("404 NOT_FOUND No version of “Refused” is labelled production.");
    expect(await refusal(run(`${slug}@9`))).toBe("404 NOT_FOUND “Refused” has no version 9.");
    expect(await refusal(run(`${slug}@latest`))).toMatch(/^400 BAD_INPUT After the @/);
    expect(await refusal(run("nothing@production"))).toBe("404 NOT_FOUND This pattern does not exist.");
    expect(await refusal(run(`${slug}@1`, { variables: {} }))).toBe("400 BAD_INPUT Give a value for {subject}.");
    expect(await refusal(run(`${slug}@1`, { variables: { subject: "a", mood: "b" } }))).toBe("400 BAD_INPUT This pattern has no {mood}.");
    expect(await refusal(run(`${slug}@1`, { seeds: [1], count: 2 }))).toMatch(/^400 BAD_INPUT Give as many seeds/);
    expect(await refusal(run(`${slug}@1`, { quoteMicros: "77" }))).toMatch(/^409 CONFLICT The price changed/);
    expect(await refusal(run(`${slug}@1`, {}, await programOf(operator, ["read"])))).toMatch(/^403 FORBIDDEN /);
    const stranger = await programOf(await person("admin"));
    expect(await refusal(run(`${slug}@1`, {}, stranger))).toBe("404 NOT_FOUND This pattern does not exist.");
    expect(await db().prompt.count()).toBe(before);
  });

  test("when its pattern is deprecated; reading it says which to call instead", async () => {
    const [old, next] = [await twoVersions("Before"), await aPattern(studio, { name: "After" })];
    await deprecatePattern(studio.people.lead, { patternId: old.id, reason: "The brand has moved on", successorId: next.id });
    expect(await refusal(run(`${old.slug}@production`))).toBe(
      "422 REFUSED “Before” is deprecated: The brand has moved on. Call after instead.",
    );
    const { answer } = await send("GET", `/patterns/${old.slug}@production`);
    expect((answer as CalledVersion).deprecated).toEqual({ reason: "The brand has moved on", successor: "after" });
  });

  test("when the budget does not cover it", async () => {
    const { slug } = await aPattern(studio, { name: "Dear", quality: "final" });
    const made = await send("POST", "/projects", { name: "Poor", hardBudgetMicros: "0" });
    const poor = (made.answer as { id: string }).id;
    expect(await refusal(run(`${slug}@1`, { projectId: poor }))).toMatch(/^402 OVER_BUDGET /);
    expect(await db().board.count({ where: { projectId: poor, name: "Calls" } })).toBe(0);
  });
});
