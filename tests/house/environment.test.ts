import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readEnv } from "@/lib/env";

const READERS = ["lib/env.ts"];

test("nothing but lib/env.ts reads the environment", () => {
  const sources = ["app", "components", "lib"].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" }).map((path) => join(room, path)),
  );
  const own = sources.filter((path) => /\.tsx?$/.test(path) && !path.startsWith("lib/db/generated"));
  expect(own.length).toBeGreaterThan(10);
  const readers = own.filter((path) => readFileSync(path, "utf8").includes("process.env"));
  expect(readers).toEqual(READERS);
});

test("an empty environment is enough until a secret is asked for", () => {
  const env = readEnv({});
  expect(env).toMatchObject({ origin: "http://127.0.0.1:3000", port: 3000, databasePoolSize: 10, mode: "production" });
  expect(env.dataDir).toBe(join(process.cwd(), ".data"));
  expect(env.blobDir).toBe(join(process.cwd(), ".data", "blobs"));
  expect(() => env.databaseUrl()).toThrow(/DATABASE_URL is not set/);
  expect(() => env.authSecret()).toThrow(/NEXTAUTH_SECRET is not set/);
  expect(env.uploadThingToken()).toBeUndefined();
});

test("the origin is one address without a path, whatever is given", () => {
  expect(readEnv({ SELECTS_ORIGIN: "https://studio.example/" }).origin).toBe("https://studio.example");
  expect(readEnv({ NEXTAUTH_URL: "https://studio.example/api/auth" }).origin).toBe("https://studio.example");
  expect(readEnv({ PORT: "4000" }).origin).toBe("http://127.0.0.1:4000");
});

test("what is wrong is named, and its value is not", () => {
  const wrong = () => readEnv({ PORT: "door", SELECTS_ORIGIN: "my secret place" });
  expect(wrong).toThrow(/PORT/);
  expect(wrong).toThrow(/SELECTS_ORIGIN/);
  expect(wrong).not.toThrow(/secret place/);
});

test("an empty variable counts as not set", () => {
  expect(readEnv({ UPLOADTHING_TOKEN: "", SELECTS_DATA: "" }).uploadThingToken()).toBeUndefined();
});
