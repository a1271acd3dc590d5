/** Something a person can mend. Its message is one sentence, shown without a stack. */
export class Trouble extends Error {}

/**
 * The sentence for an error. `text` is what a failing program wrote.
 * @param {unknown} error
 */
export function sentenceFor(error) {
  if (error instanceof Trouble) return error.message;
  const chain = causes(error);
  const path = chain.map((cause) => cause.path).find(Boolean);
  const words = chain.map((cause) => `${cause.code ?? ""} ${cause.message ?? cause}`).join(" ");
  if (saysDiskFull(words)) return `The disk is full${at(path)}; free some space and start again.`;
  if (/EROFS|EACCES|EPERM/.test(words) && path) return `${path} cannot be written; make it writable for this user and start again.`;
  if (/ERR_MODULE_NOT_FOUND|Cannot find (module|package)/.test(words) && words.includes("node_modules")) {
    return "The folder node_modules is damaged; remove it and start again.";
  }
  return chain[0]?.message ?? String(error);
}

/** Whether a program that failed has met a full disk: in Node's words, npm's, a compiler's, or PostgreSQL's, whose code is 53100. */
export function saysDiskFull(words) {
  return /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|not enough space on the disk|\b53100\b/i.test(words);
}

function at(path) {
  return path ? ` at ${path}` : "";
}

/** The error and what caused it, outermost first. */
function causes(error) {
  const chain = [];
  for (let cause = error; cause && chain.length < 5; cause = cause.cause) chain.push(cause);
  return chain;
}
