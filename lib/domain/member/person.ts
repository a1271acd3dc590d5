import { z } from "zod";
import { PlainText } from "../prompt/recipe";

/** Kept in lower case, so that one address is one person however it was typed. */
export const EmailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "This e-mail address is too long.")
  .pipe(z.email("This is not an e-mail address."));

export const DisplayName = PlainText.trim()
  .min(1, "Please give a name.")
  .max(80, "A name has at most 80 characters.")
  .meta({ description: "How a person is called on screen." });

/** Length is what counts; no rules about signs. The upper bound only keeps hashing cheap. */
export const NewPassword = z.string().min(10, "A password has at least 10 characters.").max(200, "A password has at most 200 characters.");

/** What somebody fills in to take a seat. */
export const NewPerson = z.strictObject({ displayName: DisplayName, email: EmailAddress, password: NewPassword });
export type NewPerson = z.infer<typeof NewPerson>;
