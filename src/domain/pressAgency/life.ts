import { addDays, begunBy, type LocalDate } from "../kernel/time.js";
import type { PressAgency, PressAgencyFact, Suspension } from "./pressAgency.js";
import type { PressAgencyStatus } from "./terms.js";

/** Of an agency that goes on. */
export const NO_END = { endsOn: null, ending: null, mergedIntoId: null, mergedIntoName: null } as const;

/** True from the day on which it is no more. An end that is recorded but lies ahead has not come yet. */
export const hasEndedBy = ({ endsOn }: Pick<PressAgencyFact, "endsOn">, day: LocalDate): boolean =>
  endsOn !== null && endsOn <= day;

/** The last day of a suspension; null while it is open. Whichever comes first, its own term or the reinstatement, ends it. */
export function lastDayOf({ until, liftedOn }: Suspension): LocalDate | null {
  if (liftedOn === null) return until;
  const dayBefore = addDays(liftedOn, -1);
  return until !== null && until < dayBefore ? until : dayBefore;
}

/** True when the two have a day in common. */
export function overlap(one: Suspension, other: Suspension): boolean {
  const begins = (later: Suspension, earlier: Suspension): boolean => {
    const last = lastDayOf(earlier);
    return last === null || later.from <= last;
  };
  return begins(one, other) && begins(other, one);
}

/** The suspension that a reinstatement on a day lifts: the last that had begun and is not lifted, whatever lies ahead. */
export const liftedBy = <S extends Suspension>(suspensions: readonly S[], day: LocalDate): S | undefined =>
  suspensions
    .filter(({ from, liftedOn }) => liftedOn === null && from < day)
    .reduce<S | undefined>((last, one) => (last && last.from >= one.from ? last : one), undefined);

interface Life extends Pick<PressAgency, "endsOn" | "ending"> {
  readonly suspensions: readonly Suspension[];
}

/** How the agency stood on a day, as far as is recorded: a suspension whose term has run out is over without a word. */
export function statusOn(life: Life, day: LocalDate): PressAgencyStatus {
  if (life.ending !== null && hasEndedBy(life, day)) return life.ending;
  const suspended = life.suspensions.some((one) => {
    const last = lastDayOf(one);
    return one.from <= day && (last === null || day <= last);
  });
  return suspended ? "SUSPENDED" : "ACTIVE";
}

/** The agency as it stood on a day; undefined: it was not registered. */
export function pressAgencyOn(agency: PressAgency, day: LocalDate): PressAgency | undefined {
  if (agency.registeredOn > day) return undefined;
  return {
    ...agency,
    ...(hasEndedBy(agency, day) ? {} : NO_END),
    names: begunBy(agency.names, day),
    suspensions: agency.suspensions
      .filter(({ from }) => from <= day)
      .map((one) =>
        one.liftedOn !== null && one.liftedOn > day ? { ...one, liftedOn: null, liftingBasis: null } : one,
      ),
    changes: agency.changes.filter(({ on }) => on <= day),
  };
}
