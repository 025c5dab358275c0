import { informationRequest } from "../domain/informationRequest/record.js";
import { dutiesAsked, type Duties } from "../domain/informationRequest/clock.js";
import type { RefusingLaws } from "../domain/informationRequest/grounds.js";
import type { RequestChannel, RequestRegime } from "../domain/informationRequest/terms.js";
import { type LocalDate, nameOn } from "../domain/kernel/time.js";
import type { DutyKey } from "../domain/law/duties.js";
import { type DutyRule, type LawBook, referenceTo } from "../domain/law/lawBook.js";
import { pressLawOn } from "../domain/law/pressLaw.js";
import { pressAgencyRefusals } from "../domain/pressAgency/refusals.js";
import { termOf } from "../domain/unitRule/unitRule.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import type { UnitFact } from "../domain/unit/unit.js";
import { visitRefusals } from "../domain/visit/refusals.js";
import type { Facts } from "./facts.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";
import { lawFor } from "./unitRules.js";
import { visitorsOf } from "./visits.js";

/** The law on access to information, by which a citizen may be refused. */
const ACCESS_LAW = "ACCESS-2016";

interface AskedOfDuties {
  readonly regime: RequestRegime;
  readonly channel: RequestChannel;
  readonly receivedOn: LocalDate;
}

/** The rows that hold for a unit that receives the request on the day, and what it has ruled itself. */
function dutiesFor(
  { regime, channel, receivedOn }: AskedOfDuties,
  unit: UnitFact,
  { law, facts }: { readonly law: LawBook; readonly facts: Facts },
): Duties {
  const keys = dutiesAsked(regime, channel);
  const row = (key: DutyKey | undefined): DutyRule | null =>
    key === undefined ? null : lawFor(law, key, receivedOn, unit);
  const own = facts.unitRule(unit.unitId, keys.first, receivedOn);
  return {
    inForce: law.duty(keys.first, receivedOn) !== undefined,
    ...{ first: row(keys.first), notice: row(keys.notice), longer: row(keys.longer), extension: row(keys.extension) },
    ...{ own: own ? { term: termOf(own), document: own.document } : null, calendar: law.calendar },
  };
}

function refusingOn(law: LawBook, day: LocalDate): RefusingLaws {
  const access = law.instruments(day).find(({ key }) => key === ACCESS_LAW);
  const reference = access && referenceTo(access.key, { ...access, instrument: access.key });
  return { press: pressLawOn(law, day), access: reference ?? null };
}

const unknownUnit = (field: string) => ({ refusal: unitRefusals.UNIT_NOT_FOUND([field]) });

/** What is looked up for the steps of a request for information. */
const lookups: LookupsOf<typeof informationRequest> = {
  RegisterInformationRequest(said, { facts, law }) {
    const unit = facts.unit(said.unitId);
    if (!unit) return unknownUnit("unitId");
    const visit = said.visitId === null ? null : facts.visit(said.visitId);
    if (visit === undefined) return { refusal: visitRefusals.VISIT_NOT_FOUND(["visitId"]) };
    const common = { unit, visit, duties: dutiesFor(said, unit, { law, facts }) };
    if (said.reporterId !== null) {
      const found = visitorsOf([said.reporterId], said.receivedOn, facts, ["reporterId"]);
      if ("refusal" in found) return { refusal: { ...found.refusal, path: ["reporterId"] } };
      const [visitor] = found.data;
      const { agencyId = null, agencyName = null } = visitor ?? {};
      return { data: { ...common, asker: { agencyId, agencyName, reporterId: visitor?.reporter.reporterId ?? null } } };
    }
    const agency = said.agencyId === null ? null : facts.pressAgency(said.agencyId);
    if (agency === undefined) return { refusal: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND(["agencyId"]) };
    const agencyName = agency && nameOn(agency.names, said.receivedOn);
    return { data: { ...common, asker: { agencyId: agency?.agencyId ?? null, agencyName, reporterId: null } } };
  },
  NotifyInformationRequestTime(_said, { state, facts, law }) {
    const unit = facts.unit(state.unitId);
    return unit ? { data: { duties: dutiesFor(state, unit, { law, facts }) } } : unknownUnit("requestId");
  },
  ExtendInformationRequest(_said, { state, facts, law }) {
    const unit = facts.unit(state.unitId);
    return unit ? { data: { duties: dutiesFor(state, unit, { law, facts }) } } : unknownUnit("requestId");
  },
  RefuseInformationRequest: ({ refusedOn }, { law }) => ({ data: { laws: refusingOn(law, refusedOn) } }),
  ForwardInformationRequest({ toUnitId }, { facts }) {
    const to = facts.unit(toUnitId);
    return to ? { data: { to } } : unknownUnit("toUnitId");
  },
  TakeOverInformationRequest({ receivedOn }, { state, facts, law }) {
    const unit = facts.unit(state.unitId);
    return unit
      ? { data: { unit, duties: dutiesFor({ ...state, receivedOn }, unit, { law, facts }) } }
      : unknownUnit("requestId");
  },
  EscalateInformationRequest({ toUnitId }, { facts }) {
    const to = toUnitId === null ? null : facts.unit(toUnitId);
    return to === undefined ? unknownUnit("toUnitId") : { data: { to } };
  },
  CorrectInformationRequest({ channel, receivedOn }, { state, facts, law }) {
    const unit = facts.unit(state.unitId);
    if (!unit) return unknownUnit("requestId");
    const asked = {
      regime: state.regime,
      channel: channel ?? state.channel,
      receivedOn: receivedOn ?? state.receivedOn,
    };
    return { data: { unit, duties: dutiesFor(asked, unit, { law, facts }) } };
  },
};

export const informationRequestSpecs = specsOf(informationRequest, lookups);
