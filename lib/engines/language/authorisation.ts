import type { Connection } from "../engine";

/** How a server with OpenAI's chat endpoint wants its key; one's own may have none. */
export const authorisationOf = ({ apiKey }: Connection): Readonly<Record<string, string>> =>
  apiKey === "" ? {} : { authorization: `Bearer ${apiKey}` };
