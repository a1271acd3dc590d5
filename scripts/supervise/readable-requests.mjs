// Loaded into the web process before Next: a request Next would stumble over, and answer with a bare 500, is answered here in our words.
import http from "node:http";

/** What our pages and routes are reached with. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Addresses whose refusals programs read: in the form of `/api/v1`. */
const FOR_PROGRAMS = /^\/(?:api|rpc)(?:[/?]|$)/;
const OF_RPC = /^\/rpc(?:[/?]|$)/;

/** Why a request cannot be read, with its status; null when it can. */
function refusalOf({ method = "", url = "" }) {
  if (!METHODS.includes(method)) return { status: 405, message: "This address takes another method." };
  const [path = ""] = url.split("?", 1);
  try {
    decodeURIComponent(path);
    return null;
  } catch {
    return { status: 400, message: "This address cannot be read: a percent sign in it is not followed by a valid code." };
  }
}

function refuse(request, response, { status, message }) {
  const url = request.url ?? "";
  const error = { code: "BAD_INPUT", message };
  const body = OF_RPC.test(url)
    ? JSON.stringify({ json: { defined: true, status, ...error, data: {} } })
    : FOR_PROGRAMS.test(url)
      ? JSON.stringify({ ...error, details: {} })
      : message;
  response.writeHead(status, {
    "content-type": FOR_PROGRAMS.test(url) ? "application/json" : "text/plain; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(status === 405 ? { allow: METHODS.join(", ") } : {}),
    // A body that comes along is not read.
    connection: "close",
  });
  response.end(body);
}

const emit = http.Server.prototype.emit;

http.Server.prototype.emit = function (event, ...args) {
  if (event !== "request") return emit.call(this, event, ...args);
  const [request, response] = args;
  const refusal = refusalOf(request);
  if (refusal === null) return emit.call(this, event, ...args);
  refuse(request, response, refusal);
  return true;
};
