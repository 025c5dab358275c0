import type { Dice } from "./dice.js";

type Kind = "cursor" | "position" | "day" | "moment" | "uuid" | "digits" | "text";

const MOST_OF_A_KIND = 400;

const FORMS: readonly (readonly [Kind, RegExp])[] = [
  ["cursor", /^(?:c1|[a-z]\d)\.\S+$/],
  ["position", /^P1-\d+$/],
  ["day", /^\d{4}-\d\d-\d\d$/],
  ["moment", /^\d{4}-\d\d-\d\dT/],
  ["uuid", /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/],
  ["digits", /^\d+$/],
];
const GLOBAL_ID = /^([A-Z]\w+):[0-9a-f-]{36}$/;

/** What answers have shown: ids, cursors, days, texts. A caller who knows the ledger asks with them. */
export class Pool {
  private readonly seen = new Map<string, string[]>();

  constructor(private readonly dice: Dice) {}

  /** Keeps what is in an answer. */
  learn(answer: unknown): void {
    if (typeof answer === "string") this.keep(answer);
    else if (typeof answer === "object" && answer !== null) Object.values(answer).forEach((part) => this.learn(part));
  }

  /** The global id of a record of this kind; undefined as long as none was seen. */
  id(kind: string, dice: Dice): string | undefined {
    return this.one(`id ${kind}`, dice);
  }

  anyId(dice: Dice): string | undefined {
    const kinds = [...this.seen.keys()].filter((name) => name.startsWith("id "));
    return kinds.length === 0 ? undefined : this.one(dice.of(kinds), dice);
  }

  some(kind: Kind, dice: Dice): string | undefined {
    return this.one(kind, dice);
  }

  private keep(text: string): void {
    const idKind = GLOBAL_ID.exec(text)?.[1];
    const kind = idKind ? `id ${idKind}` : (FORMS.find(([, form]) => form.test(text))?.[0] ?? "text");
    if (kind === "text" && text.length > 100) return;
    const kept = this.seen.get(kind) ?? [];
    if (kept.length < MOST_OF_A_KIND) kept.push(text);
    else kept[this.dice.below(MOST_OF_A_KIND)] = text;
    this.seen.set(kind, kept);
  }

  private one(kind: string, dice: Dice): string | undefined {
    const kept = this.seen.get(kind);
    return kept && dice.of(kept);
  }
}
