import { signatureOf } from "@/lib/media/signature";
import { png } from "../support/pictures";

// Started with --jitless, which takes WebAssembly away: what a picture looks like on a machine that cannot run the network.
const { method, manner, classes } = await signatureOf(await png(64, 64));
console.log(JSON.stringify({ method, manner, classes }));
