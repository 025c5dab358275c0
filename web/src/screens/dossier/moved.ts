import type { DossierQuery, LaidFigureMovedQuery, LaidFigureThenQuery } from "../../../generated/documents.ts";
import { moneyText, numberText, signedText } from "../../format.ts";
import type { Language } from "../../words/words.ts";

/** Figures of any measure in one shape: amounts as digits, as the API has money. */

export type Oversight = NonNullable<DossierQuery["oversight"]>;
export type LaidFigure = Oversight["figures"][number];
export type Due = DossierQuery["due"]["nodes"][number];
export type Basis = DossierQuery["due"]["basis"];
type Opened = NonNullable<NonNullable<LaidFigureThenQuery["oversight"]>["figure"]>["opened"];
type CountNode = Extract<Opened, { readonly __typename: "CountFigure" }>["counted"]["nodes"][number];

/** An entry of the ledger that makes part of a figure. */
export type Entry = Omit<CountNode, "amount"> & { readonly amount: string };

export interface Cause {
  readonly cause: string;
  readonly sum: string;
  readonly entries: readonly Entry[];
  readonly hasMore: boolean;
}

export interface Moved {
  readonly isMoney: boolean;
  readonly today: string;
  readonly difference: string;
  /** Null: different ones are counted, which is no sum. */
  readonly causes: readonly Cause[] | null;
}

interface Amounts {
  readonly amount?: number | string;
  readonly money?: string;
}
const entryOf = (node: Omit<CountNode, "amount"> & Amounts): Entry => {
  const { amount, money, ...entry } = node;
  return { ...entry, amount: String(money ?? amount ?? 0) };
};

export function pageOf(opened: Opened) {
  const { nodes, pageInfo } = opened.__typename === "CountFigure" ? opened.counted : opened.summed;
  return { nodes: nodes.map(entryOf), pageInfo };
}

/** @returns undefined where the figure is not laid, or not any more. */
export function movedOf({ oversight }: LaidFigureMovedQuery): Moved | undefined {
  const movement = oversight?.figure?.movement;
  if (!movement) return undefined;
  switch (movement.__typename) {
    case "CountMovement":
      return {
        isMoney: false,
        today: String(movement.count),
        difference: String(movement.countBy),
        causes: movement.causes.map(({ cause, countSum, countEntries: { nodes, pageInfo } }) => ({
          ...{ cause, sum: String(countSum), entries: nodes.map(entryOf), hasMore: pageInfo.hasNextPage },
        })),
      };
    case "MoneyMovement":
      return {
        isMoney: true,
        today: movement.money,
        difference: movement.moneyBy,
        causes: movement.moneyCauses.map(({ cause, moneySum, moneyEntries: { nodes, pageInfo } }) => ({
          ...{ cause, sum: moneySum, entries: nodes.map(entryOf), hasMore: pageInfo.hasNextPage },
        })),
      };
    default:
      return {
        ...{ isMoney: false, today: String(movement.distinct), difference: String(movement.distinctBy), causes: null },
      };
  }
}

/** Those that did something: a sum of nought may be of entries that outweigh each other. */
export const told = ({ causes }: Moved): readonly Cause[] => (causes ?? []).filter(({ entries }) => entries.length > 0);

export const amountText = (amount: string, isMoney: boolean, language: Language): string =>
  isMoney ? moneyText(amount, language) : numberText(amount, language);

export const differenceText = (amount: string, isMoney: boolean, language: Language): string => {
  const text = signedText(amount, language);
  return isMoney ? `${text} ${language === "vi" ? "đồng" : "VND"}` : text;
};

/** Which of its sides a figure is opened to. */
export type Side = "laid" | "today" | "moved";
