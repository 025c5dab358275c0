import { expect } from "chai";
import { eventOfType } from "../../src/domain/histories.js";
import { sentenceOf } from "../../src/domain/kernel/history.js";

/**
 * What stands in no sentence for people: a code of the API, a name of a field, a day as machines write it, digits of four and
 * more that nobody has grouped. A year may stand there: in Vietnamese a law is named with its year.
 */
const IN_NO_SENTENCE = [
  /\b[A-Z]+_[A-Z_]+\b/,
  /\b[a-z]+[A-Z]\w*/,
  /\d{4}-\d\d/,
  /(?<![\d/.,-])(?!(?:19|20)\d\d(?!\d))\d{4,}(?![\d/])/,
  /`|\bnull\b|undefined|UUID/,
];

export function isForPeople(sentence: string, of: string): void {
  for (const wrong of IN_NO_SENTENCE) expect(sentence, of).not.to.match(wrong);
}

/** What a timeline says of an event: one sentence in each language. */
export function isToldToPeople({ type, data }: { readonly type: string; readonly data: object }): void {
  const told = eventOfType(type);
  if (!told) throw new Error(`Nothing is declared of ${type}.`);
  for (const sentence of Object.values(sentenceOf(told, data)) as string[]) {
    expect(sentence, type).to.match(/^[\p{Lu}\d“][^]*[.”?]$/u);
    isForPeople(sentence, type);
  }
}
