import { readFileSync } from "node:fs";
import { disconnect } from "@/lib/db/client";
import { closeQueue } from "@/lib/jobs/queue";
import { send } from "./browser";

/** A second web process: `send-in-process <upload address> <file>` answers what the ingest answered. */
const [url = "", file = ""] = process.argv.slice(2);
const response = await send(url, readFileSync(file));
console.log(await response.text());
await closeQueue();
await disconnect();
