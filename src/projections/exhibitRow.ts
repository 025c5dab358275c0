import type { ExhibitLine, Seizure } from "../domain/exhibit/seizure.js";
import { sumOfTotals, totalsOf } from "../domain/exhibit/quantities.js";
import type { SeizureStatus } from "../domain/exhibit/terms.js";
import { fold } from "./fold.js";

/** What a seizure shows besides the columns by which it is found, and its lines. */
export type SeizureHead = Omit<
  Seizure,
  "status" | "seizureId" | "caseId" | "unit" | "seizedOn" | "dueOn" | "lines" | "minutesNumber"
> & { readonly unitName: string };

/** A version of a seizure, without its lines. */
export interface SeizureRow {
  id: string;
  case_id: string;
  unit_id: string;
  status: SeizureStatus;
  minutes_number: string;
  seized_on: string;
  due_on: string;
  /** Copies, sheets and items together: only whether there are any matters. */
  in_custody: number;
  recorded_at: string;
  revision: number;
  head_json: string;
}

/** A version of a line of the inventory. */
export interface ExhibitLineRow {
  id: string;
  seizure_id: string;
  line_no: number;
  title_folded: string;
  line_json: string;
}

export function toSeizureRow(seizure: Seizure, revision: number, recordedAt: string): SeizureRow {
  const { status, seizureId, caseId, unit, seizedOn, dueOn, lines, minutesNumber, ...rest } = seizure;
  const head: SeizureHead = { ...rest, unitName: unit.name };
  return {
    id: seizureId,
    case_id: caseId,
    unit_id: unit.unitId,
    status,
    minutes_number: minutesNumber,
    seized_on: seizedOn,
    due_on: dueOn,
    in_custody: sumOfTotals(lines.map(totalsOf)).inCustody,
    recorded_at: recordedAt,
    revision,
    head_json: JSON.stringify(head),
  };
}

/** By number from 1, in the order of the inventory. */
export const toLineRows = ({ seizureId, lines }: Seizure): ExhibitLineRow[] =>
  lines.map((line, index) => ({
    id: line.lineId,
    seizure_id: seizureId,
    line_no: index + 1,
    title_folded: fold(line.title),
    line_json: JSON.stringify(line),
  }));

export const headOf = (row: SeizureRow): SeizureHead => JSON.parse(row.head_json) as SeizureHead;
export const lineOf = (row: ExhibitLineRow): ExhibitLine => JSON.parse(row.line_json) as ExhibitLine;

/** The seizure that the rows show. */
export function seizureFrom(row: SeizureRow, lines: readonly ExhibitLineRow[]): Seizure {
  const { unitName, ...head } = headOf(row);
  return {
    ...head,
    status: row.status,
    seizureId: row.id,
    caseId: row.case_id,
    unit: { unitId: row.unit_id, name: unitName },
    minutesNumber: row.minutes_number,
    seizedOn: row.seized_on,
    dueOn: row.due_on,
    lines: lines.map(lineOf),
  };
}
