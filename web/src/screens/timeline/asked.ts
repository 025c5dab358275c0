import {
  RecordsTimeline,
  type RecordsTimelineQuery,
  WholeTimeline,
  type WholeTimelineQueryVariables,
} from "../../../generated/documents.ts";
import { addDays, momentIn } from "../../format.ts";
import type { Document } from "../../ledger/document.ts";

/** What a timeline is asked, by its address. */

export const PAGE = 100;
export const MOST_SUBJECTS = 50;

type Variables = WholeTimelineQueryVariables;
export type Filter = NonNullable<Variables["filter"]>;
export type Part = RecordsTimelineQuery["timeline"];
export type Order = Pick<Variables, "order" | "direction">;

/** What the address says of a filter; a change of one of these begins anew. */
export const FILTER_NAMES = [
  "kinds",
  "types",
  "actorRoles",
  "actorUnitId",
  "unitId",
  "firstDay",
  "lastDay",
  "recordedFrom",
  "recordedTo",
  "commandId",
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A day of the address; what is none is no filter. */
export const dayIn = (query: URLSearchParams, name: string): string | null => {
  const text = query.get(name) ?? "";
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
};

/** Of the filter only what is said; the days of recording are whole days in Vietnam. */
export function filterIn(query: URLSearchParams): Partial<Filter> {
  const many = (name: FilterName): readonly string[] => query.getAll(name).filter((one) => one !== "");
  const one = (name: FilterName): string | undefined => query.get(name) || undefined;
  const day = (name: FilterName): string | undefined => dayIn(query, name) ?? undefined;
  const [from, to] = [day("recordedFrom"), day("recordedTo")];
  const all = {
    kinds: many("kinds"),
    types: many("types"),
    actorRoles: many("actorRoles"),
    actorUnitId: one("actorUnitId"),
    unitId: one("unitId"),
    commandId: one("commandId"),
    firstDay: day("firstDay"),
    lastDay: day("lastDay"),
    recordedFrom: from && momentIn(from, "00:00"),
    recordedTo: to && lastMomentOf(to),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== undefined)),
  ) as Partial<Filter>;
}

const lastMomentOf = (day: string): string =>
  new Date(Date.parse(momentIn(addDays(day, 1), "00:00")) - 1).toISOString();

/** The story of some records is read as it happened; of the whole ledger one sees what came last. */
export function orderIn(query: URLSearchParams, isOfSome: boolean): Order {
  const [order, direction] = [query.get("order"), query.get("direction")];
  return {
    order: order === "OCCURRED" || order === "RECORDED" ? order : isOfSome ? "OCCURRED" : "RECORDED",
    direction: direction === "ASC" || direction === "DESC" ? direction : isOfSome ? "ASC" : "DESC",
  };
}

export interface Question {
  readonly document: Document<Record<string, Part>, Record<string, unknown>>;
  readonly variables: Record<string, unknown>;
}

/** Of these records, or of all that there is. */
export function questionOf(of: readonly string[], variables: Omit<Variables, "first" | "after">): Question {
  const some = of.length > 0;
  return {
    document: (some ? RecordsTimeline : WholeTimeline) as unknown as Question["document"],
    variables: some ? { of, ...variables } : { ...variables },
  };
}

export const partIn = (answer: Record<string, Part>): Part => Object.values(answer)[0] as Part;
