import type { UnitBoardFiguresQuery, UnitBoardOfQuery } from "../../../generated/documents.ts";

/** The four duties of a unit towards the press, and what of the ledger belongs to each. */

export type Board = NonNullable<UnitBoardOfQuery["unitBoard"]>;
export type Due = Board["due"]["nodes"][number];
export type PeriodicDuty = Board["periodicDuties"][number];

/** Somebody speaks for it, whatever it be about: who is authorised for one matter does not. */
export const speaksAlways = ({
  spokespersons,
}: {
  readonly spokespersons: readonly Pick<Board["spokespersons"][number], "role">[];
}): boolean => spokespersons.some(({ role }) => role !== "AUTHORISED");

/** The figures that tell what was done under them. */
export const BOOKS = ["statement", "informationRequest", "pressItem"] as const;

export const GROUPS = ["STATEMENTS", "INFORMATION", "PUBLISHING", "PRESS_ITEMS"] as const;
export type Group = (typeof GROUPS)[number];

const OF_DUE: Readonly<Partial<Record<Due["kind"], Group>>> = {
  URGENT_STATEMENT: "STATEMENTS",
  CONFERENCE_NOTICE: "STATEMENTS",
  PROMISED_INFORMATION: "INFORMATION",
  INFORMATION_REQUEST_ANSWER: "INFORMATION",
  INFORMATION_REQUEST_NOTICE: "INFORMATION",
  APPOINTMENT_PUBLICATION: "PUBLISHING",
  APPOINTMENT_ENDS: "PUBLISHING",
  PRESS_ITEM_ACKNOWLEDGEMENT: "PRESS_ITEMS",
  PRESS_ITEM_HANDLING: "PRESS_ITEMS",
  PRESS_REQUEST_ANSWER: "PRESS_ITEMS",
};
/** What a unit owes besides: to supervisions, in inspections. */
export const groupOf = ({ kind }: Due): Group | "OTHERS" => OF_DUE[kind] ?? "OTHERS";

export const periodicGroupOf = ({ duty }: PeriodicDuty): Group =>
  duty === "MONTHLY_INFORMATION" ? "INFORMATION" : "STATEMENTS";

export interface Compared {
  readonly figure: { readonly value: number };
  readonly before: { readonly difference: number; readonly figure: { readonly value: number } };
}
type Row<Key extends keyof UnitBoardFiguresQuery> = UnitBoardFiguresQuery[Key]["rows"][number];

/** A figure that is shown of a duty; what is too late in it stands out. */
export interface Measure {
  readonly name: string;
  readonly compared: Compared;
  readonly isLate: boolean;
}

/** The figures of a duty, and of which book they are. */
export interface Done {
  readonly group: Group;
  readonly book: (typeof BOOKS)[number];
  readonly measures: readonly Measure[];
}

const STATEMENTS = [
  "statements",
  "pressConferencesHeld",
  "urgentDuties",
  "urgentDutiesInTime",
  "urgentDutiesLate",
] as const;
const PUBLISHING = [
  "spokespersonsAppointed",
  "spokespersonsPublished",
  "correctionRequests",
  "correctionRequestsPublished",
] as const;

function measuresOf(row: Readonly<Record<string, Compared | null>>, names: readonly string[]): readonly Measure[] {
  return names.flatMap((name) => {
    const compared = row[name];
    return compared ? [{ name, compared, isLate: name.endsWith("Late") }] : [];
  });
}

/** What the unit has done under each of its duties. */
export function doneIn(figures: UnitBoardFiguresQuery): readonly Done[] {
  const said: Partial<Row<"statementFigureComparison">> = figures.statementFigureComparison.rows[0] ?? {};
  const answered: Partial<Row<"informationRequestFigureComparison">> =
    figures.informationRequestFigureComparison.rows[0] ?? {};
  const handled: Partial<Row<"pressItemFigureComparison">> = figures.pressItemFigureComparison.rows[0] ?? {};
  return [
    { group: "STATEMENTS", book: "statement", measures: measuresOf(said, STATEMENTS) },
    { group: "INFORMATION", book: "informationRequest", measures: measuresOf(answered, Object.keys(answered)) },
    { group: "PUBLISHING", book: "statement", measures: measuresOf(said, PUBLISHING) },
    { group: "PRESS_ITEMS", book: "pressItem", measures: measuresOf(handled, Object.keys(handled)) },
  ];
}
