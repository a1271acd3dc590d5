import { beforeAll, describe, expect, test } from "vitest";
import { handleLive } from "@/lib/api/health";
import { handleMetrics } from "@/lib/api/metrics";
import { exposition } from "@/lib/domain/metrics/exposition";
import { freshDatabase } from "@/tests/support/database";
import { aStudio, aVariant } from "@/tests/support/factory";

const TOKEN = "a-token-of-the-tests-0001";

beforeAll(async () => {
  await freshDatabase();
});

const ask = (authorization?: string, token: string | undefined = TOKEN) =>
  handleMetrics(new Request("http://127.0.0.1:3000/api/metrics", { headers: authorization === undefined ? {} : { authorization } }), token);

describe("metrics", () => {
  test("are nowhere without a token in the environment, and for nobody without it", async () => {
    expect((await handleMetrics(new Request("http://127.0.0.1:3000/api/metrics"), undefined)).status).toBe(404);
    expect((await ask()).status).toBe(401);
    expect((await ask("Bearer wrong")).status).toBe(401);
    expect((await ask(TOKEN)).status).toBe(401);
  });

  test("say how runs ended, what they cost and what is in flight, and name nobody", async () => {
    const studio = await aStudio();
    await aVariant(studio, { chargeMicros: 1_500_000n });
    const answer = await ask(`Bearer ${TOKEN}`);
    expect(answer.headers.get("content-type")).toContain("version=0.0.4");
    const text = await answer.text();
    expect(text).toContain('selects_runs_ended_total{engine="sketch",status="succeeded",failure=""} 1');
    expect(text).toContain('selects_spent_dollars_total{engine="sketch"} 1.5');
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).not.toContain(studio.workspaceId);
    for (const line of text.trimEnd().split("\n"))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"\n]*"(,\w+="[^"\n]*")*\})? -?[\d.e+-]+)$/);
  });
});

test("label values and help texts cannot break a line", () => {
  const odd = { name: "m", help: "a\nb", unit: "s", type: "gauge", samples: [{ labels: { on: 'x"\\\n' }, value: 1 }] } as const;
  expect(exposition([odd])).toBe('# HELP m a\\nb\n# TYPE m gauge\nm{on="x\\"\\\\\\n"} 1\n');
});

test("the process is live whatever the database does", async () => {
  expect(await handleLive().json()).toEqual({ live: true });
});
