/**
 * Canonical JSON (RFC 8785): the same value is always the same text, so it can be hashed and compared. Every event and
 * every command passes here several times, which is why it is written for speed: strings and numbers are left to
 * JavaScript's own JSON, whose form of them is the RFC's.
 * @throws TypeError for what has no JSON form: numbers that are not finite, text that is not Unicode, functions.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case "string":
      if (LONE_SURROGATE.test(value)) throw new TypeError("The text has half a character, which JSON cannot carry.");
      return JSON.stringify(value);
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON form.`);
      return JSON.stringify(value);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? ofArray(value) : ofObject(value);
    default:
      throw new TypeError("The value has no JSON form.");
  }
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** An absent item keeps its place, as in JSON. */
const ofArray = (items: readonly unknown[]): string =>
  `[${items.map((item) => canonicalJson(item ?? null)).join(",")}]`;

/** Keys in the order of their UTF-16 code units, as `sort` has it; absent values are left out, as in JSON. */
function ofObject(object: object): string {
  const withForm = object as { toJSON?: () => unknown };
  if (typeof withForm.toJSON === "function") return canonicalJson(withForm.toJSON());
  const fields = object as Readonly<Record<string, unknown>>;
  let text = "";
  for (const key of Object.keys(fields).sort()) {
    const value = fields[key];
    if (value === undefined) continue;
    text += `${text === "" ? "" : ","}${canonicalJson(key)}:${canonicalJson(value)}`;
  }
  return `{${text}}`;
}
