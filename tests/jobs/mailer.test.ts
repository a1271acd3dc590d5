import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testMail } from "@/lib/mail/test-mail";
import { aMailServer, aServerCertificate, type MailServer } from "../support/mail-server";

const TO = "ada@example.com";
const ORIGIN = "https://studio.example.com";
const from = "Selects <studio@example.com>";

let folder: string;
let authority: string;
let certificate: Awaited<ReturnType<typeof aServerCertificate>>;
const servers: MailServer[] = [];

beforeAll(async () => {
  certificate = await aServerCertificate();
  folder = await mkdtemp(join(tmpdir(), "selects-mail-"));
  authority = join(folder, "authority.pem");
  await writeFile(authority, certificate.cert);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await rm(folder, { recursive: true });
});

async function serverBy(by: "starttls" | "implicit" | null): Promise<MailServer & { readonly faraway: string }> {
  const server = await aMailServer(by === null ? undefined : { by, ...certificate });
  servers.push(server);
  // The same socket by an address that is not taken for this machine: rules for servers beyond it hold.
  return { ...server, faraway: server.url.replace("127.0.0.1", "0.0.0.0") };
}

for (const by of ["starttls", "implicit"] as const)
  test(`${by}: letters and password go over TLS, to a server somebody vouches for`, async () => {
    const server = await serverBy(by);
    expect(await testMail({ server: server.faraway, from, authority }, TO, ORIGIN)).toBeNull();
    expect(server.arrived).toMatchObject([{ to: [TO], isSecret: true, text: expect.stringContaining(`${ORIGIN}/settings/notices`) }]);
    expect(server.arrived[0]?.header("Subject")).toBe("Selects: a test");
    expect(await testMail({ server: server.faraway, from }, TO, ORIGIN)).toMatch(/self-signed certificate/);
    expect([server.arrived.length, server.toldInPlainWords()]).toEqual([1, 0]);
  });

test("a server beyond this machine that speaks no TLS hears neither a letter nor a password", async () => {
  const server = await serverBy(null);
  expect(await testMail({ server: server.faraway, from }, TO, ORIGIN)).toMatch(/^It speaks no TLS, .* 500 /);
  expect([server.arrived.length, server.toldInPlainWords()]).toEqual([0, 0]);
  expect(await testMail({ server: server.url, from }, TO, ORIGIN)).toBeNull();
});

test("what speaks against a letter is told in the server's own words, and without the password", async () => {
  const server = await serverBy("starttls");
  const mail = { server: server.url, from, authority };
  server.refusals.push(550);
  expect(await testMail(mail, TO, ORIGIN)).toBe("550 Not now.");
  const wrong = await testMail({ ...mail, server: server.url.replace(/:[^:@]+@/, ":not-the-password@") }, TO, ORIGIN);
  expect(wrong).toMatch(/^535 .*Who are you\?$/);
  expect(await testMail({ ...mail, server: "smtp://studio:secret@127.0.0.1:9" }, TO, ORIGIN)).toMatch(/ECONNREFUSED 127\.0\.0\.1:9$/);
  expect(await testMail({ ...mail, authority: join(folder, "missing.pem") }, TO, ORIGIN)).toMatch(/ENOENT/);
});
