import { describe, expect, test } from "vitest";
import { sniff } from "@/lib/media/sniff";
import { animation, EXECUTABLE, HTML, picture, SVG } from "../support/pictures";

const text = (content: string) => Buffer.from(content, "latin1");
const iso = (...brands: string[]) =>
  text(`\0\0\0${String.fromCharCode(8 + 4 + 4 + 4 * (brands.length - 1))}ftyp${brands[0]}\0\0\0\0${brands.slice(1).join("")}`);

describe("a file is what its first bytes say", () => {
  test.each([
    ["image/png", () => picture().png().toBuffer()],
    ["image/jpeg", () => picture().jpeg().toBuffer()],
    ["image/webp", () => picture().webp().toBuffer()],
    ["image/avif", () => picture().avif({ effort: 0 }).toBuffer()],
    ["image/gif", () => animation("gif")],
    ["image/tiff", () => picture().tiff().toBuffer()],
  ])("%s as written by an encoder", async (type, make) => {
    expect(sniff(await make())).toBe(type);
  });

  test.each([
    ["video/mp4", iso("isom", "avc1")],
    ["video/mp4", iso("qt  ")],
    ["image/heic", iso("heic", "mif1")],
    ["image/avif", iso("mif1", "avif", "miaf")],
    ["video/webm", text("\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm")],
    ["application/pdf", text("%PDF-1.7")],
    ["application/zip", text("PK\x03\x04")],
    ["application/x-executable", EXECUTABLE],
    ["application/x-executable", text("MZ\x90\0")],
    ["application/x-executable", text("#!/bin/sh\n")],
    ["image/svg+xml", SVG],
    [
      "image/svg+xml",
      text('\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a drawing -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">\n<svg >'),
    ],
    ["image/svg+xml", Buffer.from("<svg:svg xmlns:svg='x'>", "utf16le")],
    ["text/html", HTML],
    ["text/html", text(" \n<ScRiPt>")],
  ])("%s", (type, bytes) => {
    expect(sniff(bytes)).toBe(type);
  });

  test("nothing we know is null, and so is nothing at all", () => {
    expect(sniff(text("just words"))).toBeNull();
    expect(sniff(new Uint8Array())).toBeNull();
    expect(sniff(text("RIFF\0\0\0\0WAVE"))).toBeNull();
  });

  test("answers at once for bytes made to be slow", () => {
    for (const slow of ["<!---->".repeat(585), "<!--".repeat(1_000), "<?xml?> ".repeat(500), " ".repeat(4_096)])
      expect(sniff(Buffer.from(`${slow}x`))).toBeNull();
    expect(sniff(Buffer.from(`${"<!---->".repeat(100)}<svg `))).toBe("image/svg+xml");
  });
});
