import type { LawBook } from "../../src/domain/law/lawBook.js";
import { readLawBook } from "../../src/reference/lawFiles.js";

let shipped: LawBook | undefined;

/** The law as the product ships it. */
export const lawBook = (): LawBook => (shipped ??= readLawBook());
