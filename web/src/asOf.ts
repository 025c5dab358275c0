import { usePlace, type Place } from "./place.ts";

/** As of when the page tells: the end of a day in Vietnam, or a position of the ledger; null is now. */
export type AsOf = { readonly endOf: string } | { readonly position: string; readonly today?: string } | null;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const POSITION = /^P\d+-\d+(?:-\d+)?$/;

/** `?asof=2019-11-18` or `?asof=P1-123`; `P1-123@2019-11-18` is a position and which day is then today. */
export function asOfIn({ query }: Pick<Place, "query">): AsOf {
  const text = query.get("asof") ?? "";
  if (DAY.test(text)) return { endOf: text };
  const [position = "", today] = text.split("@");
  if (!POSITION.test(position)) return null;
  return today && DAY.test(today) ? { position, today } : { position };
}

export const useAsOf = (): AsOf => asOfIn(usePlace());
