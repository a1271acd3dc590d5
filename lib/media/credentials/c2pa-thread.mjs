// The thread that reads and writes C2PA manifests. JavaScript, because a thread starts without the TypeScript loader. It is told
// nothing but bytes: it has no key (its parent signs for it), and no network (a manifest may name addresses to fetch from).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import { initSync, WasmBuilder, WasmReader } from "@contentauth/c2pa-wasm";

delete globalThis.fetch;
delete globalThis.XMLHttpRequest;

/** Bytes as the package wants files: it was made for browsers, and asks for a Blob and a FileReaderSync. */
class BytesBlob extends Blob {
  #bytes;
  #type;
  constructor(bytes, type = "") {
    super([], { type });
    this.#bytes = bytes;
    this.#type = type;
  }
  get size() {
    return this.#bytes.length;
  }
  get type() {
    return this.#type;
  }
  get bytesHere() {
    return this.#bytes;
  }
  slice(start = 0, end = this.#bytes.length, type = this.#type) {
    const from = (at) => (at < 0 ? at + this.#bytes.length : at);
    return new BytesBlob(this.#bytes.subarray(from(start), from(end)), type);
  }
  async arrayBuffer() {
    return this.#bytes.slice().buffer;
  }
}
globalThis.FileReaderSync ??= class {
  readAsArrayBuffer(blob) {
    return blob.bytesHere.slice().buffer;
  }
};

initSync({ module: readFileSync(createRequire(import.meta.url).resolve("@contentauth/c2pa-wasm/c2pa.wasm")) });

let signed;
const sign = (bytes) =>
  new Promise((settle) => {
    signed = settle;
    parentPort.postMessage({ kind: "to-sign", bytes });
  });

async function write({ bytes, type, definition, ingredients, isSidecar, signer }) {
  const builder = WasmBuilder.fromJson(JSON.stringify(definition), undefined);
  try {
    for (const { json, type: itsType, bytes: itsBytes } of ingredients) {
      if (itsBytes) await builder.addIngredientFromBlob(JSON.stringify(json), itsType, new BytesBlob(itsBytes, itsType));
      else builder.addIngredient(JSON.stringify(json));
    }
    builder.setNoEmbed(isSidecar);
    const { asset, manifest } = await builder.signAndGetManifestBytes({ ...signer, sign }, [], type, new BytesBlob(bytes, type));
    return { kind: "written", bytes: isSidecar ? null : asset, manifest };
  } finally {
    builder.free();
  }
}

async function read({ bytes, type, settings }) {
  const reader = await WasmReader.fromBytes(type, bytes, JSON.stringify(settings));
  try {
    return { kind: "read", json: reader.json() };
  } finally {
    reader.free();
  }
}

parentPort.on("message", async (message) => {
  if (message.kind === "signature") return signed(message.bytes);
  try {
    parentPort.postMessage(await (message.kind === "write" ? write(message) : read(message)));
  } catch (error) {
    // A trap leaves the module's memory in no state to go on with.
    const isBroken = error instanceof WebAssembly.RuntimeError;
    parentPort.postMessage({ kind: "failed", reason: String(error?.message ?? error).slice(0, 500), isBroken });
  }
});
