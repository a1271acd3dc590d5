import { describe, expect, test } from "vitest";
import { hostPattern, refusalOfHost } from "@/lib/domain/engine/allowed-host";
import { CATEGORIES, CatalogueEntry, FACT_KEYS } from "@/lib/domain/engine/catalogue-entry";
import { Constraints } from "@/lib/domain/engine/eligibility";
import { quote } from "@/lib/domain/engine/pricing";
import { shortlist } from "@/lib/domain/engine/shortlist";
import { costOfOne, USUAL_VOLUME } from "@/lib/domain/engine/volume-cost";
import { builtInModels, catalogueModel, connectableEngines, entryOf, hasAdapter, systems } from "@/lib/engines/catalogue";
import { FAL_WIRE } from "@/lib/engines/fal/wire";
import { WIRES } from "@/lib/engines/registry";

const TODAY = "2026-11-21";

describe("the catalogue of systems", () => {
  test.each(systems().map((entry) => [entry.id, entry] as const))(
    "%s is complete: every fact is known with its source or said to be unknown",
    (_, entry) => {
      expect(CatalogueEntry.parse(entry)).toEqual(entry);
      for (const key of FACT_KEYS) expect(entry[key].checkedOn <= TODAY).toBe(true);
    },
  );

  test("ids are unique, every category has systems", () => {
    const ids = systems().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const category of CATEGORIES) expect(systems().some((entry) => entry.category === category)).toBe(true);
  });

  test("a retired system names its end and a successor that is active", () => {
    const retired = systems().filter((entry) => entry.status.state === "retired");
    expect(retired.map(({ id }) => id)).toEqual(expect.arrayContaining(["sora-2", "imagen-4"]));
    for (const { status } of retired) {
      if (status.state !== "retired" || status.successor === null) continue;
      expect(systems().find(({ id }) => id === status.successor)?.status.state).toBe("active");
    }
  });

  test("creator tools are imported from, never run", () => {
    for (const entry of systems().filter(({ category }) => category === "creator-tool")) {
      expect(entry.status.state).toBe("import-only");
      expect(entry.routes).toEqual([]);
    }
  });

  test("every model the studio can run is a route to a listed, active system", () => {
    const builtIn = builtInModels().map(({ engineId, capabilities }) => ({ engineId, modelId: capabilities.modelId }));
    const reached = connectableEngines().flatMap(({ engineId, models }) =>
      models.map(({ accepts }) => ({ engineId, modelId: accepts.modelId })),
    );
    for (const model of [...builtIn, ...reached]) {
      const entry = systems().find(({ routes }) =>
        routes.some(({ engineId, modelId }) => engineId === model.engineId && modelId === model.modelId),
      );
      expect([model, entry?.status.state]).toEqual([model, "active"]);
    }
  });

  test("a system without an adapter is eligible for nothing and says so; a language model needs none of its own", () => {
    const listed = systems().map((entry) => ({ ...entry, hasAdapter: hasAdapter(entry) }));
    const { eligible, others } = shortlist(listed, Constraints.parse({}), USUAL_VOLUME, TODAY);
    const without = others
      .filter(({ entry }) => entry.status.state === "active")
      .map(({ entry, eligibility }) => [entry.id, eligibility.reasons]);
    expect(without).toContainEqual([
      "heygen-avatar-4",
      ["HeyGen Avatar 4 (video) cannot be run from here: the studio has no adapter for it yet."],
    ]);
    expect(eligible.map(({ entry: { id } }) => id)).toContain("runway-avatars");
    const builtIn = builtInModels().map(({ engineId, capabilities }) => `${engineId}/${capabilities.modelId}`);
    const connectable = connectableEngines().flatMap(({ engineId, models, live = [] }) =>
      [...models.map(({ accepts }) => accepts.modelId), ...live.map(({ modelId }) => modelId)].map((modelId) => `${engineId}/${modelId}`),
    );
    const reachable = new Set([...builtIn, ...connectable]);
    for (const { entry } of eligible) {
      if (entry.category === "language" || entry.category === "aggregator") continue;
      expect([entry.id, entry.routes.some(({ engineId, modelId }) => reachable.has(`${engineId}/${modelId}`))]).toEqual([entry.id, true]);
    }
    expect(eligible.map(({ entry }) => entry.id)).toContain("claude");
  });

  test("what a model is quoted at is a price its own route lists, and a route without a quote lists no price one could count with", () => {
    const models = connectableEngines().flatMap(({ engineId, models: all }) => all.map((model) => ({ engineId, ...model })));
    expect(models.filter(({ pricing }) => pricing !== null).length).toBeGreaterThan(8);
    for (const { engineId, accepts, pricing } of models) {
      const entry = entryOf(engineId, accepts.modelId);
      if (!entry) throw new Error(`${engineId}/${accepts.modelId} is listed nowhere`);
      if (pricing === null) {
        expect([engineId, accepts.modelId, costOfOne(entry, USUAL_VOLUME)]).toEqual([engineId, accepts.modelId, null]);
        continue;
      }
      const isByTokens = pricing.per === "token";
      const listed = (entry.prices.value ?? []).filter(({ per }) => per === (isByTokens ? "image" : pricing.per));
      const priced = { count: 1, settings: {}, text: "a fox", references: accepts.requiredReferences.length, width: 1024, height: 1024 };
      for (const quality of ["draft", "final"] as const) {
        const micros = isByTokens ? null : pricing.micros[quality];
        const { leastMicros, mostMicros } = quote(pricing, { ...priced, quality });
        const [least, most] = micros === null ? [Number(leastMicros), Number(mostMicros)] : [micros, micros];
        const isListed = listed.some((price) => price.leastMicros <= most && least <= price.mostMicros);
        expect([engineId, accepts.modelId, least, most, isListed]).toEqual([engineId, accepts.modelId, least, most, true]);
      }
    }
  });

  test("a host's row shows nothing of one's own hardware: neither its price nor its licence nor its place", () => {
    const dev = systems().find(({ id }) => id === "flux-1-dev");
    const own = dev?.routes.find(({ engineId }) => engineId === "comfyui");
    expect(own?.facts).toMatchObject({ commercialUse: { value: "paid-licence" }, residency: { value: ["own-hardware"] } });
    for (const engineId of ["fal", "replicate", "krea"])
      for (const { capabilities } of [
        catalogueModel(engineId, dev?.routes.find((route) => route.engineId === engineId)?.modelId ?? ""),
      ].flatMap((model) => model ?? [])) {
        const known = entryOf(engineId, capabilities.modelId);
        expect([known?.prices.value, known?.licence.value, known?.commercialUse.value]).toEqual([null, null, null]);
        expect(known?.residency.value).toEqual(["unspecified-cloud"]);
      }
  });

  test("pictures for commercial use that stay in the EU: Sketch is on the list; of a host's FLUX neither place nor terms are known", () => {
    const asked = Constraints.parse({ category: "image.generate", regions: ["eu"], commercialUse: true });
    const here = systems().map((entry) => ({
      ...entry,
      routes: entry.routes.filter((route) => catalogueModel(route.engineId, route.modelId)),
    }));
    const { eligible, others } = shortlist(here, asked, USUAL_VOLUME, TODAY);
    expect(eligible.map(({ entry }) => entry.id)).toEqual(["sketch"]);
    expect(others.find(({ entry }) => entry.id === "flux-1-dev")?.eligibility.reasons).toEqual([
      "FLUX.1 Dev processes data in a cloud whose region the provider does not name.",
      "Whether output of FLUX.1 Dev may be used commercially is not known.",
    ]);
  });

  test("a connection may always name the provider's own host", () => {
    for (const [engineId, { baseUrl }] of [...WIRES, FAL_WIRE].map(({ engineId, baseUrl }) => [engineId, { baseUrl }] as const)) {
      const providers = connectableEngines().find((engine) => engine.engineId === engineId)?.hosts ?? [];
      if (baseUrl === "") expect([engineId, providers]).toEqual([engineId, []]);
      else expect([engineId, refusalOfHost(baseUrl, { providers, added: [], installation: [] })]).toEqual([engineId, null]);
    }
    for (const pattern of connectableEngines().flatMap(({ hosts }) => hosts)) expect(hostPattern(pattern)).toBe(pattern);
  });
});
