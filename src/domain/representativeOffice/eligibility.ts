import type { Policy } from "../kernel/decider.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { daysBetween, type LocalDate } from "../kernel/time.js";
import { agencyNotEnded } from "../pressAgency/rules.js";
import type { PressLawKey } from "../law/pressLaw.js";
import type { PressAgencyFact } from "../pressAgency/pressAgency.js";
import { agencyOn } from "../reporter/engagement.js";
import { cardOn } from "../reporter/papers.js";
import type { ReporterFact } from "../reporter/reporter.js";
import { representativeOfficeRefusals } from "./refusals.js";

/**
 * The conditions of a representative office, Press Law 2016 Art. 22, as far as the ledger can know them. That the head
 * was not disciplined within a year, and that there are premises, is for the officer who accepts the notice to judge.
 */

/** Notice is due 15 days before the start, Press Law 2016 Art. 22. */
export const NOTICE_DAYS = 15;

/** A notice with its agency and head, as they are known when the question is asked. */
export interface Notice {
  readonly startsOn: LocalDate;
  readonly notifiedOn: LocalDate;
  readonly agency: PressAgencyFact;
  /** All ids that are one with the agency on the day of the start. */
  readonly oneWithAgency: readonly string[];
  readonly head: ReporterFact;
  /** Of the day on which the office is to start. */
  readonly pressLaw: PressLawKey;
}

/** @param oneWithAgency all ids that are one with the agency of the office on the day */
export function headWorksFor(
  head: ReporterFact,
  oneWithAgency: readonly string[],
  day: LocalDate,
  path: Path,
): Refusal | undefined {
  const agencyId = agencyOn(head.engagements, day);
  const works = agencyId !== undefined && oneWithAgency.includes(agencyId);
  return works ? undefined : representativeOfficeRefusals.OFFICE_HEAD_NOT_OF_AGENCY(path, day);
}

/** A card that was issued while the head worked for the agency: after a transfer it is exchanged. */
export function headHoldsCard(
  { cards, engagements }: ReporterFact,
  { agencyId }: PressAgencyFact,
  day: LocalDate,
  law: PressLawKey,
  path: Path,
): Refusal | undefined {
  const own = cards.filter(({ issuedOn }) => agencyOn(engagements, issuedOn) === agencyId);
  return cardOn(own, day) ? undefined : representativeOfficeRefusals.OFFICE_HEAD_WITHOUT_CARD(path, day, law);
}

/** All are asked for the day on which the office is to start. */
export const eligibilityPolicies: readonly Policy<Notice>[] = [
  function noticeIsInTime({ startsOn, notifiedOn, pressLaw }) {
    return daysBetween(notifiedOn, startsOn) < NOTICE_DAYS
      ? representativeOfficeRefusals.OFFICE_NOTICE_TOO_SHORT(["officeId"], NOTICE_DAYS, pressLaw)
      : undefined;
  },
  function agencyIsLive({ agency, startsOn }) {
    return agencyNotEnded(agency, startsOn, ["officeId"]);
  },
  function headWorksForAgency({ head, oneWithAgency, startsOn }) {
    return headWorksFor(head, oneWithAgency, startsOn, ["officeId"]);
  },
  function headHasValidCard({ head, agency, startsOn, pressLaw }) {
    return headHoldsCard(head, agency, startsOn, pressLaw, ["officeId"]);
  },
];

/** Everything that speaks against acceptance, not only the first. */
export const obstaclesTo = (notice: Notice): readonly Refusal[] =>
  eligibilityPolicies.flatMap((policy) => policy(notice) ?? []);
