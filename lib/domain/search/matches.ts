import { type Comparison, type Query, type Row, searchable, type Term } from "./query";

/** Whether a row is what the query looks for. */
export function matches(query: Query, row: Row): boolean {
  switch (query.kind) {
    case "everything":
      return true;
    case "and":
      return query.of.every((part) => matches(part, row));
    case "or":
      return query.of.some((part) => matches(part, row));
    case "not":
      return !matches(query.of, row);
    default:
      return holds(query, row);
  }
}

function holds(term: Term, row: Row): boolean {
  switch (term.kind) {
    case "words":
      return searchable(row.words).includes(term.text);
    case "engine":
      return searchable(row.engine).includes(term.text);
    case "by":
      return searchable(row.by).includes(term.text);
    case "flag":
      return row.flag === term.flag;
    case "rating":
      return stands(row.rating, term.is, term.stars);
    case "colour":
      return row.colour === term.colour;
    case "cost":
      return stands(row.costMicros, term.is, term.micros);
    case "made":
      return stands(row.madeAt, term.is, term.at);
    case "is":
      return row.is.has(term.what);
    default:
      return term satisfies never;
  }
}

function stands<Amount extends number | bigint>(one: Amount, is: Comparison, other: Amount): boolean {
  switch (is) {
    case "<":
      return one < other;
    case "<=":
      return one <= other;
    case "=":
      return one === other;
    case ">=":
      return one >= other;
    case ">":
      return one > other;
    default:
      return is satisfies never;
  }
}
