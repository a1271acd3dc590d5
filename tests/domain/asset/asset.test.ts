import { describe, expect, test } from "vitest";
import { cleanFileName, downloadName } from "@/lib/domain/asset/file-name";
import { MAX_FILE_NAME_LENGTH, MAX_IMAGE_BYTES, MAX_VIDEO_BYTES } from "@/lib/domain/asset/limits";
import { refuseByDeclaration, refusedFileType } from "@/lib/domain/asset/refusal";
import { AssetRights, areRightsExpired, UNKNOWN_RIGHTS } from "@/lib/domain/asset/rights";
import { refuseDeletion } from "@/lib/domain/asset/uses";

describe("a file name is safe to store, show and save", () => {
  test.each([
    ["Dawn.png", "Dawn.png"],
    ["../../etc/passwd", "etc passwd"],
    ["C:\\temp\\a.png", "C temp a.png"],
    ["  .hidden.png ", "hidden.png"],
    ["invoice\u202egnp.exe", "invoice gnp.exe"],
    ["line\r\nSet-Cookie: x", "line Set-Cookie x"],
    ["half \ud83d pair", "half pair"],
    ["", "untitled"],
    ["///", "untitled"],
    ["cafe\u0301.png", "caf\u00e9.png"],
  ])("%j becomes %j", (given, clean) => {
    expect(cleanFileName(given)).toBe(clean);
  });

  test("a long one is cut between characters, not inside one", () => {
    const clean = cleanFileName("🦊".repeat(300));
    expect([...clean]).toHaveLength(MAX_FILE_NAME_LENGTH);
    expect(clean).not.toMatch(/\p{Cs}/u);
  });

  test("a download ends as its bytes are, not as it was called", () => {
    expect(downloadName("page.html", "image/png")).toBe("page.png");
    expect(downloadName("photo.final.jpeg", "image/webp", "-thumb")).toBe("photo.final-thumb.webp");
    expect(downloadName(".png", "image/png")).toBe("png.png");
    expect(downloadName("x", "application/unheard-of")).toBe("x.bin");
  });
});

describe("a file is refused by what it declares, before a byte is read", () => {
  const sentence = (size: number, type: string) => refuseByDeclaration({ size, type });

  test("pictures, and files whose type the browser does not know, go on to be looked at", () => {
    for (const type of ["image/png", "IMAGE/JPEG", "image/webp; q=1", "video/mp4", "video/quicktime", ""])
      expect(sentence(10, type)).toBeNull();
    expect(sentence(MAX_IMAGE_BYTES, "image/png")).toBeNull();
  });

  test("size and type each have their sentence", () => {
    expect(sentence(0, "image/png")).toBe("The file is empty.");
    expect(sentence(MAX_IMAGE_BYTES + 1, "image/png")).toBe("The file has 32.1 MB; pictures may have up to 32 MB.");
    expect(sentence(10, "image/svg+xml")).toMatch(/^SVG drawings can carry scripts/);
    expect(sentence(10, "image/heif")).toMatch(/HEIC/);
    expect(sentence(10, "application/msword")).toBe(refusedFileType(null));
    expect(sentence(MAX_VIDEO_BYTES, "video/webm")).toBeNull();
    expect(sentence(MAX_VIDEO_BYTES + 1, "")).toMatch(/videos up to 256 MB/);
  });
});

describe("rights", () => {
  test("nothing said is nothing known", () => {
    expect(AssetRights.parse({})).toEqual(UNKNOWN_RIGHTS);
  });

  test("hold through their last day", () => {
    const rights = { ...UNKNOWN_RIGHTS, expiresOn: "2026-03-31" };
    expect(areRightsExpired(rights, new Date("2026-03-31T23:59:59Z"))).toBe(false);
    expect(areRightsExpired(rights, new Date("2026-04-01T00:00:00Z"))).toBe(true);
    expect(areRightsExpired(UNKNOWN_RIGHTS, new Date("2999-01-01T00:00:00Z"))).toBe(false);
  });
});

describe("what has run, was decided or was released keeps its pictures", () => {
  const unused = { variants: 0, frozenPrompts: 0, attempts: 0, publications: 0, patternVersions: 0 };

  test("an asset nothing uses may go", () => {
    expect(refuseDeletion(unused)).toBeNull();
  });

  test.each([
    ["publications", /published/],
    ["attempts", /review card/],
    ["variants", /variant/],
    ["patternVersions", /pattern/],
    ["frozenPrompts", /prompt that has run/],
  ])("one use among %s keeps it", (use, sentence) => {
    expect(refuseDeletion({ ...unused, [use]: 1 })).toMatch(sentence);
  });
});
