// Loaded into the web process before Next: scripts and styles go out as the build made them small. Next itself has gzip only, anew for each answer.
import { readdirSync } from "node:fs";
import http from "node:http";
import { join, sep } from "node:path";
import { SMALL } from "../setup/small-files.mjs";

const TYPES = { ".js": "application/javascript; charset=UTF-8", ".css": "text/css; charset=UTF-8" };

/** Addresses of what lies beside its small form. Read once: a build is never changed while it is served. */
const small = new Set(found(join(process.cwd(), ".next/static")).map((file) => `/_next/static/${file.split(sep).join("/")}`));

function found(folder) {
  try {
    return readdirSync(folder, { recursive: true }).flatMap((file) => (file.endsWith(SMALL) ? [file.slice(0, -SMALL.length)] : []));
  } catch {
    return [];
  }
}

/** Sends Next to the small form of the file that is asked for; the answer tells what it is as if it were the file itself. */
function askForSmall(request, response) {
  const [path = "", search] = (request.url ?? "").split("?", 2);
  const type = TYPES[path.slice(path.lastIndexOf("."))];
  if (type === undefined || !small.has(path)) return;
  response.setHeader("Vary", "Accept-Encoding");
  if (!/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) return;
  request.url = `${path}${SMALL}${search === undefined ? "" : `?${search}`}`;
  const { setHeader } = response;
  response.setHeader = (name, value) => setHeader.call(response, name, name.toLowerCase() === "content-type" ? type : value);
  response.setHeader("Content-Encoding", "br");
}

const emit = http.Server.prototype.emit;

http.Server.prototype.emit = function (event, ...args) {
  if (event === "request") askForSmall(args[0], args[1]);
  return emit.call(this, event, ...args);
};
