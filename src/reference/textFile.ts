import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";

/** Files that people write are UTF-8. What is not would be read as something that nobody wrote, and kept for good. */

export class NotUtf8 extends Error {
  override readonly name = "NotUtf8";
  constructor() {
    super("it is not UTF-8; save it as UTF-8 and try again");
  }
}

/** The file's text, without the mark (BOM) that some editors put before it. @throws NotUtf8, or that it cannot be read */
export function readTextFile(path: string): string {
  const bytes = readFileSync(path);
  if (!isUtf8(bytes)) throw new NotUtf8();
  const text = bytes.toString("utf8");
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
