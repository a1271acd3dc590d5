import { z } from "zod";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { WebhookKind } from "@/lib/domain/webhook/fact";

export const Address = PlainText.trim().min(1, "Enter the address messages are sent to.").max(2_000);

export const Kinds = z
  .array(WebhookKind)
  .min(1, "Choose at least one kind of message.")
  .transform((kinds) => [...new Set(kinds)])
  .meta({ description: "What it is told of." });

export const Secret = z.string().meta({ description: "`whsec_…`, what messages are signed with; shown this once." });
