import { createHash } from "node:crypto";
import { text } from "node:stream/consumers";
import type { Operation } from "@/lib/engines/engine";
import { sketchEngine } from "@/lib/engines/sketch";
import { contextFor, outputsOf } from "../contract/follow";

/** A process of its own: reads an operation from standard input, paints it, writes the hashes of its pictures. */
const operation: Operation = JSON.parse(await text(process.stdin));
const outputs = await outputsOf(sketchEngine(), operation, contextFor());
const hashes = await Promise.all(
  outputs.map(async (output) =>
    createHash("sha256")
      .update(await output.read())
      .digest("hex"),
  ),
);
process.stdout.write(JSON.stringify(hashes));
