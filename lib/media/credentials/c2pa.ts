import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { takeTurns } from "../turns";

/** Longer than the largest video takes; what takes more is an attack or a fault. */
const PATIENCE_MS = 90_000;
/** After a file of this size the thread ends: memory that WebAssembly took is never given back. */
const LARGE_BYTES = 32 * 1024 * 1024;
const THREAD = ["lib", "media", "credentials", "c2pa-thread.mjs"] as const;

/** A file could not be read or written as one with a manifest; the message is the library's own, for logs and the record. */
export class CredentialsError extends Error {}

/** Signs for a manifest: COSE bytes of exactly `reserveSize`. */
export interface ManifestSigner {
  /** The algorithm as C2PA names it. */
  readonly alg: string;
  /** Bytes. */
  readonly reserveSize: number;
  sign(claim: Uint8Array): Uint8Array;
}

export interface Ingredient {
  /** As C2PA's ingredient definition has it: title, relationship, instance id. */
  readonly json: object;
  /** MIME type. */
  readonly type: string;
  /** The whole file, with every mark in it; null = it is named only. */
  readonly bytes: Uint8Array | null;
}

export interface ManifestWish {
  readonly bytes: Uint8Array;
  /** MIME type. */
  readonly type: string;
  /** C2PA's manifest definition. */
  readonly definition: object;
  readonly ingredients: readonly Ingredient[];
  /** The manifest lies beside the file, whose bytes stay. */
  readonly isSidecar: boolean;
}

const Bytes = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);
const FromThread = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("to-sign"), bytes: Bytes }),
  z.object({ kind: z.literal("written"), bytes: Bytes.nullable(), manifest: Bytes }),
  z.object({ kind: z.literal("read"), json: z.string() }),
  z.object({ kind: z.literal("failed"), reason: z.string(), isBroken: z.boolean() }),
]);
type Answer = Exclude<z.infer<typeof FromThread>, { kind: "to-sign" | "failed" }>;

const turn = takeTurns(1);
let thread: Worker | undefined;

/**
 * The file with a new manifest in it, or the manifest alone for a sidecar. Manifests of the ingredients are carried inside, byte for byte.
 * @throws CredentialsError when the file cannot carry one
 */
export async function writeManifest(
  wish: ManifestWish,
  signer: ManifestSigner,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer> | null; readonly manifest: Uint8Array<ArrayBuffer> }> {
  const { alg, reserveSize } = signer;
  const sizes = wish.ingredients.reduce((sum, { bytes }) => sum + (bytes?.byteLength ?? 0), wish.bytes.byteLength);
  const answer = await ask({ kind: "write", ...wish, signer: { alg, reserveSize } }, sizes, signer);
  if (answer.kind !== "written") throw new CredentialsError("The manifest was not written.");
  return answer;
}

/**
 * The manifest store of a file as the library's JSON, with what it found when it checked it; null when the file has none. Nothing is fetched.
 * @param anchors PEM certificates to trust; null = nobody's
 * @throws CredentialsError when what is there cannot be read
 */
export async function readManifestStore(bytes: Uint8Array, type: string, anchors: string | null): Promise<unknown> {
  const settings = {
    ...(anchors === null ? {} : { trust: { user_anchors: anchors } }),
    verify: { verify_trust: true, remote_manifest_fetch: false, ocsp_fetch: false },
  };
  try {
    const answer = await ask({ kind: "read", bytes, type, settings }, bytes.byteLength);
    return answer.kind === "read" ? JSON.parse(answer.json) : null;
  } catch (error) {
    if (error instanceof CredentialsError && /no JUMBF data found|JumbfNotFound/i.test(error.message)) return null;
    throw error;
  }
}

function ask(message: object, byteSize: number, signer?: ManifestSigner): Promise<Answer> {
  return turn(async () => {
    thread ??= start();
    const current = thread;
    const end = async () => {
      if (thread === current) thread = undefined;
      await current.terminate();
    };
    try {
      current.ref();
      const answer = await answerOf(current, message, signer);
      if (answer.kind !== "failed") {
        if (byteSize > LARGE_BYTES) await end();
        return answer;
      }
      if (answer.isBroken) await end();
      throw new CredentialsError(answer.reason);
    } catch (error) {
      if (!(error instanceof CredentialsError)) await end();
      throw error;
    } finally {
      current.unref();
    }
  });
}

/** The path is put together as it runs, so that a bundler leaves the thread a file of its own. */
function start(): Worker {
  return new Worker(join(/* turbopackIgnore: true */ process.cwd(), ...THREAD), {
    // Neither keys nor the database's address: it is told nothing.
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
  });
}

function answerOf(
  worker: Worker,
  message: object,
  signer?: ManifestSigner,
): Promise<Exclude<z.infer<typeof FromThread>, { kind: "to-sign" }>> {
  return new Promise((settle, fail) => {
    const timer = setTimeout(() => done(() => fail(new Error("Reading the manifest took too long."))), PATIENCE_MS);
    const onError = (error: Error) => done(() => fail(error));
    const onExit = () => done(() => fail(new Error("The thread for manifests has ended.")));
    const done = (what: () => void) => {
      clearTimeout(timer);
      worker.off("message", onMessage);
      worker.off("error", onError);
      worker.off("exit", onExit);
      what();
    };
    const onMessage = (said: unknown) => {
      try {
        const answer = FromThread.parse(said);
        if (answer.kind !== "to-sign") return done(() => settle(answer));
        if (!signer) throw new Error("Nothing was to be signed.");
        worker.postMessage({ kind: "signature", bytes: signer.sign(answer.bytes) });
      } catch (error) {
        done(() => fail(error));
      }
    };
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.on("exit", onExit);
    worker.postMessage(message);
  });
}
