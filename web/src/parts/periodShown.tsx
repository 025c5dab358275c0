import { type FigureMeasure, LastFigureDays } from "../../generated/documents.ts";
import { useAsOf } from "../asOf.ts";
import { useAnswer } from "../ledger/useAnswer.ts";
import { hrefWith, usePlace } from "../place.ts";
import { usePair } from "../words/words.ts";
import { type Period, periodNamed, periodParams, periodText, yearTo } from "./period.ts";
import { useToday } from "./periodChooser.tsx";
import { PERIOD_WORDS } from "./periodWords.ts";

export interface PeriodShown {
  /** Null: it is not known yet. */
  readonly period: Period | null;
  /** The present one, in which nothing counts yet. */
  readonly insteadOf?: Period;
}

/**
 * The period that the address names. Else the present year, or, as long as nothing counts in that, the latest in which
 * something does, so that one does not meet zeros.
 * @param counted what would count in the present year; null: anything, undefined: it is not known yet
 * @param first what the latest is to have rather than anything else
 */
export function usePeriodShown(
  counted: readonly FigureMeasure[] | null | undefined,
  first: readonly FigureMeasure[] | null | undefined = counted,
): PeriodShown {
  const asOf = useAsOf();
  const present = yearTo(useToday());
  const named = periodNamed(usePlace().query);
  const isAsked = named === null && counted !== undefined && first !== undefined;
  const asked = isAsked ? { asOf, counted, first } : null;
  const { data, error, loading } = useAnswer(LastFigureDays, asked, { noted: false });
  if (named) return { period: named };
  if (error !== undefined) return { period: present };
  if (!isAsked || loading || !data) return { period: null };
  const last = data.first ?? data.any;
  if (last === null || (data.any ?? "") >= (present.from ?? "")) return { period: present };
  return { period: { kind: "YEAR", year: Number(last.slice(0, 4)) }, insteadOf: present };
}

/** That another period than the present one is shown, why, and the way to the present one. */
export function InsteadOfPresent({
  shown: { period, insteadOf },
  says,
}: {
  readonly shown: PeriodShown;
  readonly says: (present: string, shown: string) => string;
}) {
  const own = usePair(PERIOD_WORDS);
  if (!period || !insteadOf) return null;
  return (
    <p class="notice">
      {says(periodText(insteadOf, own), periodText(period, own).toLowerCase())}{" "}
      <a href={hrefWith(periodParams(insteadOf))}>{own.presentPeriod}</a>
    </p>
  );
}
