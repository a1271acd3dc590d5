import { constants, type KeyObject, sign as signBytes } from "node:crypto";
import type { ManifestSigner } from "./c2pa";
import { cbor } from "./cbor";

const HEADER_ALGORITHM = 1;
const HEADER_X5CHAIN = 33;
/** Tag of a COSE_Sign1 structure. */
const SIGN1_TAG = 0xd2;
/** Signature, headers and what CBOR puts around them. */
const AROUND_BYTES = 1_024;

interface Algorithm {
  readonly c2pa: string;
  /** Its number in the COSE registry. */
  readonly cose: number;
  sign(bytes: Buffer, key: KeyObject): Buffer;
}

const ecdsa =
  (hash: string) =>
  (bytes: Buffer, key: KeyObject): Buffer =>
    signBytes(hash, bytes, { key, dsaEncoding: "ieee-p1363" });

const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST } as const;

/** The algorithms C2PA allows, by the kind of key. */
const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  prime256v1: { c2pa: "es256", cose: -7, sign: ecdsa("sha256") },
  secp384r1: { c2pa: "es384", cose: -35, sign: ecdsa("sha384") },
  secp521r1: { c2pa: "es512", cose: -36, sign: ecdsa("sha512") },
  ed25519: { c2pa: "ed25519", cose: -8, sign: (bytes, key) => signBytes(null, bytes, key) },
  rsa: { c2pa: "ps256", cose: -37, sign: (bytes, key) => signBytes("sha256", bytes, { key, ...PSS }) },
};

/** Whether C2PA knows an algorithm for this key. */
export const canSign = (key: KeyObject): boolean => algorithmOf(key) !== undefined;

function algorithmOf({ asymmetricKeyDetails, asymmetricKeyType }: KeyObject): Algorithm | undefined {
  return ALGORITHMS[asymmetricKeyDetails?.namedCurve ?? asymmetricKeyType ?? ""];
}

/**
 * Signs claims as C2PA wants it: COSE_Sign1 over a payload that is not repeated, the certificates in the protected header, filled up to a
 * size that is known beforehand, because the file's hash leaves exactly that room.
 * @param chain DER certificates, the signer's first
 */
export function coseSigner(key: KeyObject, chain: readonly Uint8Array[]): ManifestSigner {
  const algorithm = algorithmOf(key);
  if (!algorithm) throw new Error("C2PA knows no algorithm for this key.");
  const header = cbor(
    new Map<number, number | readonly Uint8Array[]>([
      [HEADER_ALGORITHM, algorithm.cose],
      [HEADER_X5CHAIN, chain],
    ]),
  );
  const reserveSize = header.length + AROUND_BYTES;
  return {
    alg: algorithm.c2pa,
    reserveSize,
    sign(claim) {
      const signature = algorithm.sign(cbor(["Signature1", header, new Uint8Array(0), claim]), key);
      const filled = (pad: number) =>
        Buffer.concat([Buffer.from([SIGN1_TAG]), cbor([header, new Map([["pad", new Uint8Array(pad)]]), null, signature])]);
      // The length of a length takes room too: what is left over is found out by writing it.
      const first = filled(reserveSize - filled(0).length);
      const exact = first.length === reserveSize ? first : filled(reserveSize - filled(0).length - (first.length - reserveSize));
      if (exact.length !== reserveSize) throw new Error("The signature does not fit its room.");
      return new Uint8Array(exact);
    },
  };
}
