import { hash } from "node:crypto";
import { canonicalJson } from "../../eventstore/canonicalJson.js";
import type { SqlValue } from "../../projections/table/temporal.js";
import { badInput } from "./faults.js";

/**
 * Cursors are opaque, versioned, and bound to what they came from: one list with its filter and order. A cursor that
 * was cut, changed or taken from another list is told apart from a good one and never guessed at.
 */
const VERSION = "c1";
const CHECKSUM_CHARS = 10;

/** @param binding what the cursor belongs to: the list's name, its filter and its order */
export function encodeCursor(binding: unknown, values: readonly SqlValue[]): string {
  const body = Buffer.from(JSON.stringify(values)).toString("base64url");
  return `${VERSION}.${body}.${checksum(binding, body)}`;
}

/** @throws a BAD_USER_INPUT fault when the cursor is not one of this list. */
export function decodeCursor(binding: unknown, cursor: string): readonly SqlValue[] {
  const [version, body, sum, ...rest] = cursor.split(".");
  if (version !== VERSION || body === undefined || rest.length > 0 || sum !== checksum(binding, body)) {
    throw badInput(NOT_OURS);
  }
  return valuesIn(Buffer.from(body, "base64url").toString("utf8"));
}

const NOT_OURS =
  "The cursor is not one that was given out here (was it cut, or taken from a list or feed with another filter or order?).";

/** The checksum has no key, so a body may be anybody's: only its form is trusted, and that is looked at. */
function valuesIn(text: string): readonly SqlValue[] {
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch {
    throw badInput(NOT_OURS);
  }
  const plain = (value: unknown): boolean => value === null || typeof value === "string" || typeof value === "number";
  if (!Array.isArray(values) || !values.every(plain)) throw badInput(NOT_OURS);
  return values as SqlValue[];
}

const checksum = (binding: unknown, body: string): string =>
  hash("sha256", canonicalJson([VERSION, binding, body]), "base64url").slice(0, CHECKSUM_CHARS);
