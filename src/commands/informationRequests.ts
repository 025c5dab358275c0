import type { InformationRequest } from "../domain/informationRequest/informationRequest.js";
import { informationRequest } from "../domain/informationRequest/record.js";
import { dutiesAsked, type Duties } from "../domain/informationRequest/clock.js";
import type { RefusingLaws } from "../domain/informationRequest/grounds.js";
import type { RequestChannel, RequestRegime } from "../domain/informationRequest/terms.js";
import { type LocalDate, nameOn } from "../domain/kernel/time.js";
import type { DutyKey } from "../domain/law/duties.js";
import { type DutyRule, type LawBook, referenceTo } from "../domain/law/lawBook.js";
import { pressLawOn } from "../domain/law/pressLaw.js";
import { termOf } from "../domain/unitRule/unitRule.js";
import type { UnitFact } from "../domain/unit/unit.js";
import { type LookupContext, type LookupsOf, specsOf } from "./stepSpec.js";
import { lawFor } from "./unitRules.js";
import { visitorOf } from "./visits.js";

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
  { law, facts }: Pick<LookupContext, "law" | "facts">,
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

/** The press agency then, and who asks: of one entered twice, the entry that goes on. */
function askerOf(
  { agencyId, reporterId, receivedOn }: Pick<InformationRequest, "agencyId" | "reporterId" | "receivedOn">,
  context: LookupContext,
): Pick<InformationRequest, "agencyId" | "agencyName" | "reporterId"> {
  if (reporterId !== null) {
    const { reporter, ...agency } = visitorOf(reporterId, receivedOn, context, "reporterId");
    return { ...agency, reporterId: reporter.reporterId };
  }
  const agency = context.the.pressAgency(agencyId, "agencyId");
  return { agencyId, agencyName: agency && nameOn(agency.names, receivedOn), reporterId };
}

/** The unit that has the request. */
const holderOf = ({ state, the }: LookupContext<InformationRequest>): UnitFact => the.unit(state.unitId, "requestId");

/** What is looked up for the steps of a request for information. */
const lookups: LookupsOf<typeof informationRequest> = {
  RegisterInformationRequest(said, context) {
    const unit = context.the.unit(said.unitId, "unitId");
    const visit = context.the.visit(said.visitId, "visitId");
    return { unit, visit, duties: dutiesFor(said, unit, context), asker: askerOf(said, context) };
  },
  NotifyInformationRequestTime: (_said, context) => ({
    duties: dutiesFor(context.state, holderOf(context), context),
  }),
  ExtendInformationRequest: (_said, context) => ({ duties: dutiesFor(context.state, holderOf(context), context) }),
  RefuseInformationRequest: ({ refusedOn }, { law }) => ({ laws: refusingOn(law, refusedOn) }),
  ForwardInformationRequest: ({ toUnitId }, { the }) => ({ to: the.unit(toUnitId, "toUnitId") }),
  TakeOverInformationRequest({ receivedOn }, context) {
    const unit = holderOf(context);
    return { unit, duties: dutiesFor({ ...context.state, receivedOn }, unit, context) };
  },
  EscalateInformationRequest: ({ toUnitId }, { the }) => ({ to: the.unit(toUnitId, "toUnitId") }),
  CorrectInformationRequest(said, context) {
    const unit = holderOf(context);
    const { regime, channel, receivedOn } = context.state;
    const asked = { regime, channel: said.channel ?? channel, receivedOn: said.receivedOn ?? receivedOn };
    return { unit, duties: dutiesFor(asked, unit, context) };
  },
};

export const informationRequestSpecs = specsOf(informationRequest, lookups);
