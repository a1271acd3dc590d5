import { describe, expect, test } from "vitest";
import { callbackUrl } from "@/lib/domain/engine/callback";
import { isSameAddress, refusalOfBaseUrl } from "@/lib/domain/engine/connection";

describe("plain http", () => {
  test.each([
    "http://localhost:11434/v1",
    "http://comfyui:8188",
    "http://box.local",
    "http://127.0.0.1",
    "http://2130706433",
    "http://10.255.0.1",
    "http://172.16.0.1",
    "http://172.31.9.9",
    "http://192.168.1.20:8188",
    "http://[::1]:8188",
    "http://[fd00::1]",
    "http://[fe80::1]",
  ])("is taken on one's own network: %s", (address) => {
    expect(refusalOfBaseUrl(address)).toBeNull();
  });

  test.each([
    "http://10.evil.example.com",
    "http://127.evil.com",
    "http://172.16.evil.com",
    "http://192.168.evil.com",
    "http://10.0.0.1.evil.com",
    "http://172.32.0.1",
    "http://192.169.1.1",
    "http://169.254.169.254",
    "http://8.8.8.8",
    "http://[fd::1]",
    "http://[2001:db8::1]",
    "http://localhost.evil.com",
    "http://gateway.example.com",
  ])("is refused to what anybody could own: %s", (address) => {
    expect(refusalOfBaseUrl(address)).toBe("Outside your own network the address must begin with https://.");
  });
});

test("a studio whose public name begins like a private address is told to providers", () => {
  expect(callbackUrl("https://10.studio.example.com", "fal", "r1")).toBe("https://10.studio.example.com/api/webhooks/engines/fal/r1");
  expect(callbackUrl("https://10.0.0.7", "fal", "r1")).toBeNull();
});

test("an address is the same with another last slash or letter case of its host, and nothing else", () => {
  const here = "https://gateway.example.com/bfl";
  expect(isSameAddress(here, "https://Gateway.example.com/bfl/")).toBe(true);
  expect(isSameAddress(null, "")).toBe(true);
  for (const other of [null, "http://gateway.example.com/bfl", "https://gateway.example.com", "https://gateway.example.com:8443/bfl"])
    expect(isSameAddress(here, other)).toBe(false);
});

test.each([
  "http://metadata.google.internal/",
  "http://metadata.google.internal./x",
  "https://METADATA",
  "http://instance-data.ec2.internal",
])("%s, where a cloud tells its machines their own keys, is no address of an engine", (address) => {
  expect(refusalOfBaseUrl(address)).toBe("At this address a cloud tells its machines their own keys: no engine is there.");
});
