import { hash } from "node:crypto";
import { canonicalJson } from "../../eventstore/canonicalJson.js";
import type { SqlValue } from "../../projections/temporal.js";
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
    throw badInput(
      "The cursor is not one that this list gave out (was it cut, or taken from a list with another filter or order?).",
    );
  }
  return JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as SqlValue[];
}

const checksum = (binding: unknown, body: string): string =>
  hash("sha256", canonicalJson([VERSION, binding, body]), "base64url").slice(0, CHECKSUM_CHARS);
