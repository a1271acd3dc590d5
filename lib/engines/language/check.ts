import type { Engine } from "../engine";
import { checkConnection } from "../http/check-connection";
import { exchange } from "../http/exchange";
import { authorisationOf } from "./authorisation";

const TIMEOUT_MS = 30_000;

/** Tries a connection to a language model by asking which models there are, which is free everywhere. */
export const checkLanguageModel: Engine["check"] = (connection, signal) => {
  const baseUrl = connection.baseUrl ?? "";
  const channel = { baseUrl, keyHosts: [], authorisation: authorisationOf(connection), connection, signal, timeoutMs: TIMEOUT_MS };
  return checkConnection(
    { name: "The language model", baseUrl, secrets: [connection.apiKey] },
    { method: "GET", path: "models" },
    (outgoing) => exchange(outgoing, channel),
  );
};
