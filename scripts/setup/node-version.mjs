/** The oldest Node the studio runs on, as in package.json. */
export const OLDEST_NODE = "20.19.0";

/** One sentence when this Node is too old, otherwise nothing. */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE.split(".").map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `Selects needs Node ${OLDEST_NODE} or newer; this is ${version}. Get a newer one at https://nodejs.org and start again.`;
}
