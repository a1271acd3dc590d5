import { FIELDS } from "./fields";
import { type Query, searchable } from "./query";
import { type Token, tokensOf } from "./tokens";

export const MAX_SEARCH_LENGTH = 1_000;
/** Deeper brackets than this are not typed by people; databases have limits on them. */
export const MAX_SEARCH_DEPTH = 20;
export const MAX_SEARCH_TERMS = 60;

/** What is wrong with a search, and where (characters from the start). */
export interface SearchMistake {
  readonly sentence: string;
  readonly at: number;
  readonly length: number;
}

export type ParsedSearch =
  | { readonly kind: "query"; readonly query: Query }
  | { readonly kind: "mistake"; readonly mistake: SearchMistake };

/**
 * Reads a search: words and "quotations" that all must be there, OR, NOT or -, brackets, and fields (`fields.ts`). OR
 * binds loosest. An empty search looks for everything.
 */
export function parseSearch(typed: string): ParsedSearch {
  try {
    if (typed.length > MAX_SEARCH_LENGTH)
      throw new Mistake(`A search can have at most ${MAX_SEARCH_LENGTH} characters.`, MAX_SEARCH_LENGTH, typed.length - MAX_SEARCH_LENGTH);
    return { kind: "query", query: new Reader(tokensOf(typed), typed.length).whole() };
  } catch (error) {
    if (error instanceof Mistake) return { kind: "mistake", mistake: { sentence: error.message, at: error.at, length: error.length } };
    throw error;
  }
}

class Mistake extends Error {
  constructor(
    sentence: string,
    readonly at: number,
    readonly length: number,
  ) {
    super(sentence);
  }
}

/** Recursive descent: or → and → not → term. */
class Reader {
  #next = 0;
  #depth = 0;
  #terms = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly end: number,
  ) {}

  whole(): Query {
    if (this.tokens.length === 0) return { kind: "everything" };
    const query = this.or();
    const rest = this.peek();
    if (rest) throw new Mistake("This bracket closes nothing.", rest.at, rest.length);
    return query;
  }

  private or(): Query {
    const of = [this.and()];
    while (this.skip("or")) of.push(this.and());
    return one("or", of);
  }

  private and(): Query {
    const of = [this.not()];
    while (true) {
      this.skip("and");
      const next = this.peek();
      if (!next || next.kind === "or" || next.kind === ")") break;
      of.push(this.not());
    }
    return one("and", of);
  }

  private not(): Query {
    let isNot = false;
    while (this.skip("not")) isNot = !isNot;
    const query = this.term();
    return isNot ? { kind: "not", of: query } : query;
  }

  private term(): Query {
    const token = this.tokens[this.#next];
    if (!token) throw new Mistake("Something is missing at the end.", this.end, 0);
    this.#next += 1;
    if (token.kind === "(") return this.bracket(token);
    if (token.kind !== "word" && token.kind !== "field") throw new Mistake(missingBefore(token.kind), token.at, token.length);
    this.#terms += 1;
    if (this.#terms > MAX_SEARCH_TERMS)
      throw new Mistake(`A search can have at most ${MAX_SEARCH_TERMS} conditions.`, token.at, token.length);
    return token.kind === "word" ? { kind: "words", text: searchable(token.text) } : fieldTerm(token);
  }

  private bracket(opening: Token): Query {
    this.#depth += 1;
    if (this.#depth > MAX_SEARCH_DEPTH) throw new Mistake("There are too many brackets in each other.", opening.at, opening.length);
    const query = this.or();
    this.#depth -= 1;
    if (!this.skip(")")) throw new Mistake("This bracket is not closed.", opening.at, opening.length);
    return query;
  }

  private peek(): Token | undefined {
    return this.tokens[this.#next];
  }

  private skip(kind: Token["kind"]): boolean {
    if (this.peek()?.kind !== kind) return false;
    this.#next += 1;
    return true;
  }
}

function fieldTerm({ name, value, at, length }: Extract<Token, { kind: "field" }>): Query {
  const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  // "https://…" and "scene:" are words with a colon in them, as far as anybody can tell.
  if (!field) return { kind: "words", text: searchable(`${name}:${value}`) };
  const term = field.read(value);
  if (typeof term === "string") throw new Mistake(`${term} For example ${field.example}`, at, length);
  return term;
}

function missingBefore(kind: Token["kind"]): string {
  return kind === ")" ? "There is nothing in this bracket." : `There is nothing before ${kind.toUpperCase()}.`;
}

function one(kind: "and" | "or", of: readonly Query[]): Query {
  const [only] = of;
  return only && of.length === 1 ? only : { kind, of };
}
