import { generateKeyPairSync, X509Certificate } from "node:crypto";
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeLocalIdentity } from "@/lib/media/credentials/local-identity";
import { loadIdentity } from "@/lib/media/credentials/signing-identity";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "selects-identity-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("the studio's own certificate", () => {
  test("is made once however many ask, and only its owner may read the key", async () => {
    const place = join(folder, "signing");
    const made = await Promise.all(Array.from({ length: 6 }, () => makeLocalIdentity(place, new Date())));
    expect(new Set(made.map(({ key }) => key)).size).toBe(1);
    expect(await readdir(folder)).toEqual(["signing"]);
    const { key, certificate } = await makeLocalIdentity(place, new Date());
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    const identity = await loadIdentity(certificate, key, "local");
    expect(identity.issuer).toContain("not trusted by others");
    expect(new X509Certificate(identity.anchor).ca).toBe(true);
  });

  test("a key that others may read, that is another's or that is none is refused with a sentence", async () => {
    const { key, certificate } = await makeLocalIdentity(join(folder, "signing"), new Date());
    const copy = async (name: string, text: string, mode = 0o600) => {
      const file = join(folder, name);
      await writeFile(file, text, { mode });
      await chmod(file, mode);
      return file;
    };
    const text = await readFile(key, "utf8");
    await expect(loadIdentity(certificate, await copy("open.pem", text, 0o644), "configured")).rejects.toThrow(/chmod 600/);
    const other = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    await expect(loadIdentity(certificate, await copy("other.pem", other), "configured")).rejects.toThrow(/not the one of the certificate/);
    await expect(loadIdentity(certificate, await copy("none.pem", "no key"), "configured")).rejects.toThrow(
      /not an unencrypted private key/,
    );
    await expect(loadIdentity(certificate, join(folder, "missing.pem"), "configured")).rejects.toThrow(/not there/);
    await expect(loadIdentity(await copy("empty.pem", ""), key, "configured")).rejects.toThrow(/no certificate/);
  });
});
