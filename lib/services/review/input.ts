import { PlainText } from "@/lib/domain/prompt/recipe";

/** Words that go with an act. Whether the act needs them is the domain's to say. */
export const Note = PlainText.trim().max(4_000).default("");
export const Reason = PlainText.trim().max(1_000);
