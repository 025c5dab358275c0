/** How environment variables are read: each has a reader, and a wrong one is told in one sentence. */

export class WrongSetting extends Error {
  override readonly name = "WrongSetting";
  constructor(
    readonly variable: string,
    readonly expected: string,
  ) {
    // The value itself is not repeated: it may be a secret set under the wrong name.
    super(`The environment variable ${variable} is wrong: expected ${expected}.`);
  }
}

export interface Reader<T> {
  /** Ends the sentence "expected …". */
  readonly expected: string;
  /** Undefined for a text that does not fit. */
  read(text: string): T | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws WrongSetting when the variable is set to something its reader does not take. */
export function valueOf<T>(environment: Environment, name: string, reader: Reader<T>): NonNullable<T> | undefined {
  const text = environment[name]?.trim();
  if (text === undefined || text === "") return undefined;
  // Bytes that were no UTF-8 have become something else on their way here.
  if (text.includes("\uFFFD")) throw new WrongSetting(name, "text in UTF-8");
  const value = reader.read(text);
  if (value === undefined || value === null) throw new WrongSetting(name, reader.expected);
  return value;
}

/** @param when `in production`, or `with` another variable */
export function needed(name: string, expected: string, when = "in production"): never {
  throw new WrongSetting(name, `${expected}; ${when} it must be set`);
}

export const text = (expected: string): Reader<string> => ({ expected, read: (given) => given });

export function whole(min: number, max: number): Reader<number> {
  return {
    expected: `a whole number from ${min} to ${max}`,
    read: (given) => {
      const value = /^\d{1,16}$/.test(given) ? Number(given) : NaN;
      return value >= min && value <= max ? value : undefined;
    },
  };
}

export function oneOf<const T extends string>(values: readonly T[]): Reader<T> {
  return { expected: `one of ${values.join(", ")}`, read: (given) => values.find((value) => value === given) };
}

export function boolean(): Reader<boolean> {
  const meaning: Readonly<Record<string, boolean>> = {
    on: true,
    true: true,
    "1": true,
    off: false,
    false: false,
    "0": false,
  };
  return { expected: "on or off", read: (given) => meaning[given.toLowerCase()] };
}

export function list(item: (text: string) => string | undefined, expected: string): Reader<readonly string[]> {
  return {
    expected,
    read: (given) => {
      const items = given.split(",").map((part) => item(part.trim()));
      return items.includes(undefined) ? undefined : (items as string[]);
    },
  };
}

/** `name=value,…`, each name once; the order is kept. */
export function pairs<const T extends string>(
  values: readonly T[],
  expected: string,
): Reader<readonly (readonly [name: string, value: T])[]> {
  return {
    expected: `${expected} (ours are ${values.join(", ")})`,
    read(given) {
      const read = given.split(",").flatMap((pair): (readonly [string, T])[] => {
        const [name, text] = [
          pair.slice(0, pair.lastIndexOf("=")).trim(),
          pair.slice(pair.lastIndexOf("=") + 1).trim(),
        ];
        const value = values.find((one) => one === text);
        return name === "" || value === undefined ? [] : [[name, value]];
      });
      const names = new Set(read.map(([name]) => name));
      return names.size === given.split(",").length ? read : undefined;
    },
  };
}

const THIS_MACHINE = ["localhost", "127.0.0.1", "[::1]"];

/** Keys fetched in the clear could be anybody's, so http is for this machine only. */
export function httpAddress(expected: string): Reader<URL> {
  return {
    expected,
    read: (given) => {
      if (!URL.canParse(given)) return undefined;
      const url = new URL(given);
      const safe = url.protocol === "https:" || (url.protocol === "http:" && THIS_MACHINE.includes(url.hostname));
      return safe ? url : undefined;
    },
  };
}

/** The origin of our own page, with or without the last slash. What is read is the origin. */
export function ownOrigin(expected: string): Reader<string> {
  const { read } = httpAddress(expected);
  return {
    expected,
    read: (given) => {
      const origin = read(given)?.origin;
      return origin === given || `${origin}/` === given ? origin : undefined;
    },
  };
}

/** Scopes of OpenID, with blanks between them; `openid` must be one. */
export function openIdScopes(expected: string): Reader<string> {
  return {
    expected,
    read: (given) => {
      const scopes = given.split(/ +/);
      const plain = scopes.every((scope) => /^[\x21\x23-\x5B\x5D-\x7E]+$/.test(scope));
      return plain && scopes.includes("openid") ? scopes.join(" ") : undefined;
    },
  };
}

/** An address of EventStoreDB, with one host or several. Whether they answer shows when they are asked. */
export function eventStoreAddress(expected: string): Reader<string> {
  return { expected, read: (given) => (/^esdb(\+discover)?:\/\/[^\s/]+(\/?\?\S*)?$/.test(given) ? given : undefined) };
}

/** The known name with the fewest letters to change. */
export function nearestName(name: string, known: readonly string[]): { name: string; distance: number } {
  const ranked = known.map((one) => ({ name: one, distance: editDistance(name, one) }));
  return ranked.reduce((best, one) => (one.distance < best.distance ? one : best));
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
