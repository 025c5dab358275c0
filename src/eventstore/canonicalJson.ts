/**
 * Canonical JSON (RFC 8785): the same value is always the same text, so it can be hashed and compared. Every event and
 * every command passes here several times, which is why it is written for speed: strings and numbers are left to
 * JavaScript's own JSON, whose form of them is the RFC's.
 * @param nothing "absent": a field that is null or an empty list is left out like one that is absent
 * @throws TypeError for what has no JSON form: numbers that are not finite, text that is not Unicode, functions.
 */
export function canonicalJson(value: unknown, nothing: Nothing = "kept"): string {
  switch (typeof value) {
    case "string":
      if (!value.isWellFormed()) throw new TypeError("The text has half a character, which JSON cannot carry.");
      return JSON.stringify(value);
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON form.`);
      return JSON.stringify(value);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? ofArray(value, nothing) : ofObject(value, nothing);
    default:
      throw new TypeError("The value has no JSON form.");
  }
}

type Nothing = "kept" | "absent";

export const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** An absent item keeps its place, as in JSON. */
const ofArray = (items: readonly unknown[], nothing: Nothing): string =>
  `[${items.map((item) => canonicalJson(item ?? null, nothing)).join(",")}]`;

/** Keys in the order of their UTF-16 code units, as `sort` has it; absent values are left out, as in JSON. */
function ofObject(object: object, nothing: Nothing): string {
  const withForm = object as { toJSON?: () => unknown };
  if (typeof withForm.toJSON === "function") return canonicalJson(withForm.toJSON(), nothing);
  const fields = object as Readonly<Record<string, unknown>>;
  let text = "";
  for (const key of Object.keys(fields).sort()) {
    const value = fields[key];
    if (value === undefined) continue;
    if (nothing === "absent" && (value === null || isEmptyList(value))) continue;
    text += (text === "" ? "" : ",") + textOfKey(key) + canonicalJson(value, nothing);
  }
  return `{${text}}`;
}

/** The keys of the ledger's own objects are far fewer. */
const KEPT_KEYS = 2_000;
const KEY_TEXTS = new Map<string, string>();

function textOfKey(key: string): string {
  let text = KEY_TEXTS.get(key);
  if (text === undefined) {
    text = `${canonicalJson(key)}:`;
    if (KEY_TEXTS.size < KEPT_KEYS) KEY_TEXTS.set(key, text);
  }
  return text;
}
