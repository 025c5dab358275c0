import { Fields } from "./fields.js";

/**
 * Reads JSON that people write by hand. `JSON.parse` says neither on which line something stands nor that a field is
 * written twice, of which it would keep the last.
 */

export class BadJson extends Error {}

export interface JsonText {
  readonly value: unknown;
  /** The line on which each object of the value begins. */
  readonly lines: ReadonlyMap<unknown, number>;
}

/** @throws BadJson at the first mistake. */
export function parseJson(text: string): JsonText {
  const parser = new Parser(tokensOf(text));
  return { value: parser.whole(), lines: parser.lines };
}

/**
 * The object that a file holds, and the objects of its lists. Problems name the file and the line of the object.
 * @throws BadJson
 */
export function openJson(text: string, file: string, problems: string[]) {
  const { value, lines } = parseJson(text);
  const fieldsOf = (one: unknown, otherwise: string): Fields => {
    const line = lines.get(one);
    return new Fields(one, line === undefined ? otherwise : `${file}, line ${line}`, problems);
  };
  const objects = (within: Fields, list: string): Fields[] =>
    within.list(list).map((one, index) => fieldsOf(one, `${within.at}: ${list}[${index}]`));
  return { root: fieldsOf(value, file), objects };
}

interface Token {
  /** Empty at the end of the text. */
  readonly text: string;
  readonly line: number;
}

/** A mark, a text, a number or word. A quote that no other ends is told when it is read. */
const TOKENS = /\n|[{}[\],:]|"(?:[^"\\\n]|\\.)*"|[^\s{}[\],:"]+|"/g;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === "\n") line += 1;
    else tokens.push({ text: token, line });
  }
  return [...tokens, { text: "", line }];
}

class Parser {
  readonly lines = new Map<unknown, number>();
  private next = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): unknown {
    const value = this.value();
    const rest = this.take();
    if (rest.text !== "") throw expected("the end of the file", rest);
    return value;
  }

  private value(): unknown {
    const token = this.take();
    if (token.text === "[") return this.items("]", () => this.value());
    if (token.text === "{") return this.object(token.line);
    return simple(token, "a value");
  }

  private object(line: number): unknown {
    const names = new Set<unknown>();
    const fields = this.items("}", () => {
      const token = this.take();
      if (!token.text.startsWith('"')) throw expected("the name of a field, between quotes", token);
      const name = simple(token, "the name of a field") as string;
      if (names.has(name)) throw new BadJson(`line ${token.line}: the field "${name}" is written twice`);
      names.add(name);
      const colon = this.take();
      if (colon.text !== ":") throw expected('":"', colon);
      return [name, this.value()] as const;
    });
    const object = Object.fromEntries(fields);
    this.lines.set(object, line);
    return object;
  }

  private items<T>(end: "]" | "}", read: () => T): T[] {
    const items: T[] = [];
    if (this.tokens[this.next]?.text === end) {
      this.next += 1;
      return items;
    }
    for (;;) {
      items.push(read());
      const token = this.take();
      if (token.text === end) return items;
      if (token.text !== ",") throw expected(`"," or "${end}"`, token);
    }
  }

  private take(): Token {
    const token = this.tokens[this.next];
    if (!token) throw new Error("Nothing is read beyond the end of the text.");
    this.next += 1;
    return token;
  }
}

/** A text, a number, true, false or null. */
function simple(token: Token, what: string): unknown {
  try {
    return JSON.parse(token.text) as unknown;
  } catch {
    throw expected(what, token);
  }
}

const expected = (what: string, { text, line }: Token): BadJson =>
  new BadJson(`line ${line}: expected ${what}, found ${text === "" ? "the end of the file" : text}`);
