const SHORTEST_SECRET = 6;
const HIDDEN = "[hidden]";

/** Keys as they appear in headers, addresses and JSON, whatever their value. */
const SHAPES: readonly RegExp[] = [
  /((?:authorization|x-key|x-api-key|x-goog-api-key|api[-_]?key|access[-_]?token|signature)["']?\s*[:=]\s*["']?)(?:(?:bearer|key|token)\s+)?[^\s"'&,}]{6,}/gi,
  // As a name in JSON or an address.
  /((?:secret|token|key)(?:["']\s*:|["']?\s*=)\s*["']?)(?:(?:bearer|key|token)\s+)?[^\s"'&,}]{6,}/gi,
  // In a sentence a colon may be followed by a word that is no secret – "Unrecognized key: strength" – and a reason must stay readable.
  /((?:secret|token|key)\s*:\s*["']?)(?=[^\s"'&,}]*\d)[^\s"'&,}]{10,}/gi,
  /((?:bearer|key)\s+)[A-Za-z0-9._~+/:=-]{8,}/gi,
];

/** A text without the given secrets and without anything that looks like a key; for reasons, logs and recordings. */
export function redact(text: string, secrets: readonly string[] = []): string {
  const known = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
  const without = known.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN).replaceAll(encodeURIComponent(secret), HIDDEN), text);
  return SHAPES.reduce((rest, shape) => rest.replace(shape, `$1${HIDDEN}`), without);
}
