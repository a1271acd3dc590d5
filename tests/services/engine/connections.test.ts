import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { isSealedByNewest, seal, unseal } from "@/lib/db/secret-box";
import { closeQueue } from "@/lib/jobs/queue";
import { allowHost, disallowHost, readAllowedHosts } from "@/lib/services/engine/allowed-hosts";
import { checkEngine } from "@/lib/services/engine/check-engine";
import { connectEngine } from "@/lib/services/engine/connect-engine";
import { connectionOf, whyNotOpened } from "@/lib/services/engine/connection-of";
import { disconnectEngine } from "@/lib/services/engine/disconnect-engine";
import { listEngines } from "@/lib/services/engine/list-engines";
import { listModels } from "@/lib/services/engine/list-models";
import { listSystems } from "@/lib/services/engine/list-systems";
import { noteCheck } from "@/lib/services/engine/note-check";
import { setModelPrice } from "@/lib/services/engine/set-model-price";
import { quoteRun } from "@/lib/services/run/quote-run";
import { startRun } from "@/lib/services/run/start-run";
import { changeEnvironment, freshDatabase } from "../../support/database";
import { recipe } from "../../support/recipes";
import { openStudio, type Studio } from "../../support/studio";

const KEY = "bfl-key-that-nobody-may-see-0042";
const HOOK = "whsec_bm9ib2R5LW1heS1zZWUtdGhpcw==";

let studio: Studio;
beforeAll(async () => {
  await freshDatabase();
  return closeQueue;
});
beforeEach(async () => {
  studio = await openStudio();
});

const flux = () =>
  recipe({
    model: { engineId: "bfl", modelId: "flux-pro-1.1", revision: "2026-11-21" },
    controls: { aspectRatio: "1:1", quality: "final", settings: {} },
  });

async function engine(engineId: string) {
  const found = (await listEngines(studio.people.operator, {})).find((candidate) => candidate.engineId === engineId);
  if (!found) throw new Error(`no engine ${engineId}`);
  return found;
}

describe("a key", () => {
  test("is stored sealed, opened for a worker only, and shown to nobody", async () => {
    await connectEngine(studio.people.admin, { engineId: "replicate", apiKey: KEY, webhookSecret: HOOK });
    expect(await connectionOf(studio.workspaceId, "replicate")).toEqual({ apiKey: KEY, baseUrl: null, webhookSecret: HOOK, options: {} });
    const { workspaceId } = studio;
    const kept = [
      await db().engineConnection.findMany(),
      await db().auditEvent.findMany(),
      await db().workspaceEvent.findMany({ where: { workspaceId } }),
    ];
    const shown = [await listEngines(studio.people.admin, {}), await listModels(studio.people.admin, {})];
    const everything = JSON.stringify([kept, shown], (_, value) => (typeof value === "bigint" ? `${value}` : value));
    expect(everything).not.toContain(KEY);
    expect(everything).not.toContain(HOOK);
    expect((await engine("replicate")).connection).toMatchObject({ keyHint: "…0042", hasWebhookSecret: true, check: null });
  });

  test("belongs to one workspace: another one cannot use it, not even with its row", async () => {
    await connectEngine(studio.people.admin, { engineId: "bfl", apiKey: KEY });
    const other = await openStudio();
    expect(await connectionOf(other.workspaceId, "bfl")).toBeNull();
    const {
      id: _,
      workspaceId: __,
      options,
      ...stolen
    } = await db().engineConnection.findFirstOrThrow({ where: { workspaceId: studio.workspaceId } });
    await db().engineConnection.create({ data: { ...stolen, options: options ?? {}, workspaceId: other.workspaceId } });
    expect(await connectionOf(other.workspaceId, "bfl")).toBeNull();
  });

  test("is an admin's", async () => {
    for (const role of ["operator", "reviewer", "lead"] as const) {
      await expect(connectEngine(studio.people[role], { engineId: "bfl", apiKey: KEY })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(disconnectEngine(studio.people[role], { engineId: "bfl" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  test("stays while the address does, and is never kept for another address", async () => {
    const { admin } = studio.people;
    const gateway = "https://gateway.example.com/bfl";
    await allowHost(admin, { host: "*.example.com" });
    await connectEngine(admin, { engineId: "bfl", apiKey: KEY });
    const again = { code: "BAD_INPUT", message: expect.stringContaining("Enter the key for this one.") };
    await expect(connectEngine(admin, { engineId: "bfl", baseUrl: gateway })).rejects.toMatchObject(again);
    expect(await connectionOf(studio.workspaceId, "bfl")).toMatchObject({ apiKey: KEY, baseUrl: null });
    await connectEngine(admin, { engineId: "bfl", baseUrl: gateway, apiKey: "another-key-of-theirs-0043" });
    await connectEngine(admin, { engineId: "bfl", baseUrl: `${gateway}/`, atOnce: 2 });
    expect(await connectionOf(studio.workspaceId, "bfl")).toMatchObject({ apiKey: "another-key-of-theirs-0043" });
    await expect(connectEngine(admin, { engineId: "bfl" })).rejects.toMatchObject(again);
    await connectEngine(admin, { engineId: "comfyui", apiKey: "", baseUrl: "http://comfyui:8188", options: { checkpoint: "x" } });
    await connectEngine(admin, { engineId: "comfyui", baseUrl: "http://10.1.2.3:8188", options: { checkpoint: "x" } });
    expect(await connectionOf(studio.workspaceId, "comfyui")).toMatchObject({ apiKey: "", baseUrl: "http://10.1.2.3:8188" });
  });

  test.each([
    [{ engineId: "bfl" }, "Enter the key of Black Forest Labs."],
    [{ engineId: "comfyui" }, "Enter the address of your ComfyUI."],
    [
      { engineId: "bfl", apiKey: KEY, baseUrl: "http://gateway.example.com" },
      "Outside your own network the address must begin with https://.",
    ],
    [
      { engineId: "bfl", apiKey: KEY, baseUrl: "https://me:secret@gateway.example.com" },
      "Leave user name and password out of the address.",
    ],
    [{ engineId: "bfl", apiKey: KEY, options: { checkpoint: "x" } }, "Black Forest Labs has no option “checkpoint”."],
  ])("%j is refused with a sentence", async (input, message) => {
    await expect(connectEngine(studio.people.admin, input)).rejects.toMatchObject({ code: "BAD_INPUT", message });
  });

  test("a server on one's own network may be plain http and have no key", async () => {
    const input = { engineId: "comfyui", apiKey: "", baseUrl: "http://192.168.1.20:8188", options: { checkpoint: "sd_xl.safetensors" } };
    await connectEngine(studio.people.admin, input);
    expect(await connectionOf(studio.workspaceId, "comfyui")).toMatchObject({ apiKey: "", options: { checkpoint: "sd_xl.safetensors" } });
  });
});

describe("sealing", () => {
  test("every change of what was sealed, or of its place, is noticed", () => {
    const sealed = seal(KEY, "here");
    expect(unseal(sealed, "here")).toBe(KEY);
    expect(seal(KEY, "here")).not.toBe(sealed);
    expect(() => unseal(sealed, "there")).toThrow();
    for (let at = 0; at < sealed.length; at += 1) {
      const bent = sealed.slice(0, at) + (sealed[at] === "A" ? "Q" : "A") + sealed.slice(at + 1);
      // The last character of a part may carry bits that say nothing; what opens must be what was sealed.
      const opened = (() => {
        try {
          return unseal(bent, "here");
        } catch {
          return null;
        }
      })();
      expect([null, KEY]).toContain(opened);
    }
  });

  test("a short tag is no tag", () => {
    const [format, keyId, nonce, tag, body] = seal(KEY, "here").split(".");
    expect(() => unseal([format, keyId, nonce, tag?.slice(0, 6), body].join("."), "here")).toThrow();
  });

  test("what this studio sealed it knows as the newest", () => {
    expect(isSealedByNewest(seal(KEY, "here"))).toBe(true);
    expect(isSealedByNewest("s1.000000000000.a.b.c")).toBe(false);
    expect(() => unseal("s1.000000000000.a.b.c", "here")).toThrow("sealed with a key the studio does not have");
  });
});

describe("what a workspace can run", () => {
  test("is the studio's own until an engine is connected, and says why the others are not", async () => {
    expect((await listModels(studio.people.operator, {})).every(({ engineId }) => engineId === "sketch")).toBe(true);
    const [model] = (await engine("bfl")).models;
    expect(model?.whyNot).toBe("Black Forest Labs is not connected. An admin can connect it.");
    const prompt = await studio.prompt(flux());
    await expect(startRun(studio.people.operator, { promptId: prompt })).rejects.toMatchObject({
      code: "REFUSED",
      message: expect.stringContaining("not connected"),
    });
  });

  test("a connected model is quoted and run at its price", async () => {
    await connectEngine(studio.people.admin, { engineId: "bfl", apiKey: KEY });
    const { operator } = studio.people;
    expect(await quoteRun(operator, { projectId: studio.projectId, recipe: flux() })).toMatchObject({
      refusal: null,
      quoteMicros: "50000",
    });
    const run = await startRun(operator, { promptId: await studio.prompt(flux()) });
    expect(run).toMatchObject({ status: "queued", quoteMicros: "50000" });
    await expect(disconnectEngine(studio.people.admin, { engineId: "bfl" })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("A run is still under way"),
    });
  });

  test("a model without a known price runs only once a lead has entered one", async () => {
    const { admin, lead, operator } = studio.people;
    await connectEngine(admin, { engineId: "bfl", apiKey: KEY });
    const flux2 = async () => (await engine("bfl")).models.find(({ modelId }) => modelId === "flux-2-pro");
    expect(await flux2()).toMatchObject({ priceFrom: "unknown", whyNot: "The price of FLUX.2 Pro is not known. A lead can enter it." });
    await expect(
      setModelPrice(operator, { engineId: "bfl", modelId: "flux-2-pro", micros: "30000", why: "Our contract." }),
    ).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await setModelPrice(lead, { engineId: "bfl", modelId: "flux-2-pro", micros: "30000", why: "Our contract." });
    expect(await flux2()).toMatchObject({ priceFrom: "lead", enteredMicros: "30000", whyNot: null });
    const asked = { ...flux(), model: { engineId: "bfl", modelId: "flux-2-pro", revision: "2026-11-21" }, count: 1 };
    expect(await quoteRun(operator, { projectId: studio.projectId, recipe: asked })).toMatchObject({ refusal: null, quoteMicros: "30000" });
    await setModelPrice(lead, { engineId: "bfl", modelId: "flux-2-pro", micros: null });
    expect(await flux2()).toMatchObject({ priceFrom: "unknown" });
  });

  test("a lead's price of a video is by the second of its length", async () => {
    await connectEngine(studio.people.admin, { engineId: "kling", apiKey: KEY });
    await setModelPrice(studio.people.lead, { engineId: "kling", modelId: "kling-v3", micros: "60000", why: "Our contract." });
    const asked = recipe({
      model: { engineId: "kling", modelId: "kling-v3", revision: "2026-11-21" },
      controls: { aspectRatio: "16:9", quality: "final", settings: { duration: "10" } },
    });
    expect(await quoteRun(studio.people.operator, { projectId: studio.projectId, recipe: asked })).toMatchObject({ quoteMicros: "600000" });
  });
});

test("a lead's price is the price of its route everywhere: in the guided choice as in the settings, with who said so", async () => {
  const routes = async () => {
    const entry = (await listSystems(studio.people.operator, {})).find(({ id }) => id === "gemini-flash-image");
    return entry?.routes.map(({ modelId, facts, standing }) => [modelId, facts.prices?.evidence, standing.entered]);
  };
  const before = await routes();
  const price = { engineId: "google", modelId: "gemini-nano-banana-2.1" };
  await setModelPrice(studio.people.lead, { ...price, micros: "77000", why: "Our contract." });
  const after = await routes();
  expect(after?.[1]).toEqual([
    price.modelId,
    "workspace",
    { micros: "77000", why: "Our contract.", by: expect.stringContaining("lead"), at: expect.any(String) },
  ]);
  // Another route of the same system keeps the catalogue's.
  expect(after?.[0]).toEqual(before?.[0]);
  await setModelPrice(studio.people.lead, { ...price, micros: null });
  expect(await routes()).toEqual(before);
});

describe("an address of one's own", () => {
  const installationAllows = (hosts: string) => changeEnvironment({ SELECTS_ENGINE_HOSTS: hosts });
  const gateway = { engineId: "bfl", apiKey: KEY, baseUrl: "https://gateway.example.com/v1" };

  test("leads to no host that nobody allowed, and a host it needs is not taken back", async () => {
    const { admin, lead } = studio.people;
    await expect(connectEngine(admin, gateway)).rejects.toMatchObject({
      code: "REFUSED",
      message: "gateway.example.com is not an allowed host. An admin can add it under Settings, Engines, Allowed hosts.",
    });
    await expect(allowHost(lead, { host: "gateway.example.com" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(allowHost(admin, { host: "*" })).rejects.toMatchObject({ code: "BAD_INPUT" });
    await Promise.all([1, 2].map(() => allowHost(admin, { host: "https://Gateway.example.com/v1" })));
    expect(await readAllowedHosts(lead, {})).toEqual({ added: ["gateway.example.com"], installation: null });
    await connectEngine(admin, gateway);
    await expect(disallowHost(admin, { host: "gateway.example.com" })).rejects.toMatchObject({
      code: "CONFLICT",
      message: "Black Forest Labs is connected through it. Change that connection first.",
    });
    // Another workspace allowed nothing.
    expect(await readAllowedHosts((await openStudio()).people.admin, {})).toEqual({ added: [], installation: null });
  });

  test("is closed at once when the installation bounds hosts: no key is opened, no run is quoted, and nothing widens it", async () => {
    const { admin, operator } = studio.people;
    await allowHost(admin, { host: "gateway.example.com" });
    await connectEngine(admin, gateway);
    const asked = { projectId: studio.projectId, recipe: { ...flux(), count: 1 } };
    expect((await quoteRun(operator, asked)).refusal).toBeNull();
    installationAllows("elsewhere.example.com");
    try {
      expect(await connectionOf(studio.workspaceId, "bfl")).toBeNull();
      expect(await whyNotOpened(studio.workspaceId, "bfl")).toContain("Whoever runs it can add it to SELECTS_ENGINE_HOSTS.");
      expect((await quoteRun(operator, asked)).refusal).toContain("gateway.example.com is not an allowed host of this installation.");
      await expect(allowHost(admin, { host: "other.example.com" })).rejects.toMatchObject({ code: "REFUSED" });
    } finally {
      installationAllows("");
    }
    await connectEngine(admin, { engineId: "bfl", apiKey: KEY });
    await disallowHost(admin, { host: "gateway.example.com" });
    expect(await connectionOf(studio.workspaceId, "bfl")).toMatchObject({ apiKey: KEY, baseUrl: null });
  });
});

describe("a test of a connection", () => {
  test("is asked of a worker, and its result shown until the connection changes", async () => {
    const { admin } = studio.people;
    await connectEngine(admin, { engineId: "bfl", apiKey: KEY });
    await noteCheck(studio.workspaceId, "bfl", { outcome: "key-refused", reason: "403: Not authenticated" });
    const refused = await engine("bfl");
    expect(refused.connection?.check).toMatchObject({ outcome: "key-refused", reason: "403: Not authenticated" });
    expect(refused.health).toMatchObject({ state: "key-refused" });
    await checkEngine(admin, { engineId: "bfl" });
    expect((await engine("bfl")).connection?.check).toBeNull();
  });

  test("of a connection that is gone notes nothing", async () => {
    await noteCheck(studio.workspaceId, "bfl", { outcome: "answers", reason: "" });
    await expect(checkEngine(studio.people.admin, { engineId: "bfl" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
