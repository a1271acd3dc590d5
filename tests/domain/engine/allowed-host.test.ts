import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AllowedHosts, hostPattern, refusalOfHost } from "@/lib/domain/engine/allowed-host";

const NOTHING: AllowedHosts = { providers: [], added: [], installation: null };
const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const host = fc.tuple(label, label, fc.constantFrom("com", "dev", "io")).map((labels) => labels.join("."));

describe("a host that connections may name", () => {
  it.each([
    ["Gateway.Example.com", "gateway.example.com"],
    ["https://gateway.example.com:8443/v1?x#y", "gateway.example.com"],
    ["gateway.example.com.", "gateway.example.com"],
    ["*.example.com", "*.example.com"],
    ["192.168.1.20:8188", "192.168.1.20"],
    ["http://[::1]:11434/v1", "[::1]"],
    ["studio", "studio"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["*", null],
    ["*.com", null],
    ["*.*.example.com", null],
    ["gateway.*.com", null],
    ["", null],
    ["two hosts", null],
    ["a/b", "a"],
  ])("%s is kept as %s", (text, kept) => {
    expect(hostPattern(text)).toBe(kept);
  });

  it("allows a name below a star, never the name itself or one that only ends alike", () => {
    const added = ["*.example.com"];
    expect(refusalOfHost("https://eu.gateway.example.com/v1", { ...NOTHING, added })).toBeNull();
    for (const address of ["https://example.com", "https://badexample.com", "https://example.com.evil.io"])
      expect(refusalOfHost(address, { ...NOTHING, added })).toContain("is not an allowed host. An admin can add it");
  });

  it("a host is refused until somebody adds it, and the sentence names who can; what is added is what is allowed", () => {
    fc.assert(
      fc.property(host, host, (one, other) => {
        const address = `https://${one}/v1`;
        expect(refusalOfHost(address, NOTHING)).toBe(
          `${one} is not an allowed host. An admin can add it under Settings, Engines, Allowed hosts.`,
        );
        for (const by of ["providers", "added"] as const) expect(refusalOfHost(address, { ...NOTHING, [by]: [one] })).toBeNull();
        if (one !== other) expect(refusalOfHost(address, { ...NOTHING, added: [other] })).not.toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  it("one's own network needs no permission, until the installation bounds hosts: then its list is the whole list", () => {
    for (const address of ["http://127.0.0.1:8188", "http://192.168.1.20:8188", "http://comfy.local", "http://[fd00::1]:80"]) {
      expect(refusalOfHost(address, NOTHING)).toBeNull();
      expect(refusalOfHost(address, { ...NOTHING, installation: [] })).toContain("Whoever runs it can add it to SELECTS_ENGINE_HOSTS.");
    }
    const bounded = { providers: ["api.bfl.ai"], added: ["gateway.example.com"], installation: ["192.168.1.20"] };
    expect(refusalOfHost("https://api.bfl.ai/v1", bounded)).toBeNull();
    expect(refusalOfHost("http://192.168.1.20:8188", bounded)).toBeNull();
    expect(refusalOfHost("https://gateway.example.com", bounded)).not.toBeNull();
    expect(refusalOfHost(null, bounded)).toBeNull();
  });
});
