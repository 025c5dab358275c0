import type { ViolationRule } from "../../../src/domain/law/lawBook.js";
import type { PartyGiven } from "../../../src/domain/violationCase/fields.js";
import type { ViolationGiven } from "../../../src/domain/violationCase/looked.js";
import type { RecordedParty } from "../../../src/domain/violationCase/violationCase.js";
import * as c from "./facts.js";

/** The band of 50 to 99 copies of a title. */
const banded = c.rule({ code: "159.9.2", copies: { from: 50, to: 99 } });
/** The frame reaches the threshold for organisations: 30 million. */
const heavy = c.rule({ code: "159.8.1", fine: { min: "20000000", max: "30000000" } });
const suspending = c.rule({ code: "159.8.9", suspensionMonths: { min: 1, max: 3 } });

const drawsUp = (...violations: ViolationGiven[]): c.CaseCommand => c.drawUp({ violations });

describe("minutes are drawn up", () => {
  it("with the violations and the rules they break", () => {
    c.detected().when(c.drawUp()).then(c.drawnUp());
  });

  it("without the offender's signature, with the reason and a witness", () => {
    const unsigned = { offenderSigned: false, refusalReason: "Không đồng ý", witness: "Lê Văn Tư, UBND phường" };
    c.detected().when(c.drawUp(unsigned)).then(c.drawnUp(unsigned));
  });

  it("for an act that was still going on, and for copies at the ends of the band", () => {
    c.detected()
      .when(drawsUp(c.stated({ actEndedOn: null })))
      .then(c.drawnUp({ violations: [c.recordedAct({ actEndedOn: null })] }));
    for (const copies of [50, 99])
      c.detected()
        .when(drawsUp(c.stated({ copies }, banded)))
        .thenAccepted();
    const open = c.rule({ code: "159.9.3", copies: { from: 100, to: null } });
    c.detected()
      .when(drawsUp(c.stated({ copies: 5000 }, open)))
      .thenAccepted();
  });

  it("late too: that is told by the deadline, not refused", () => {
    c.detected()
      .when(c.drawUp({ madeOn: "2019-09-10" }))
      .thenAccepted();
  });
});

describe("minutes are refused", () => {
  const refused = (command: c.CaseCommand, code: string, path: (string | number)[]): void =>
    c.detected().when(command).thenRefused(code, path);

  it("when there is no such case, or it has minutes already, or was dealt with on the spot", () => {
    c.theCase().when(c.drawUp()).thenRefused("VIOLATION_CASE_NOT_FOUND", ["caseId"]);
    c.minuted().when(c.drawUp()).thenRefused("CASE_STATUS_FORBIDS", ["caseId"]);
    c.theCase(c.recorded({ procedure: "ON_THE_SPOT", violations: [c.recordedAct()] }))
      .when(c.drawUp())
      .thenRefused("NO_MINUTES_ON_THE_SPOT", ["caseId"]);
  });

  it("when they were made before the detection, or are to be made yet", () => {
    refused(c.drawUp({ madeOn: "2019-09-01" }), "CASE_STEP_TOO_EARLY", ["madeOn"]);
    refused(c.drawUp({ madeOn: "2019-09-11" }), "CASE_DAY_IN_FUTURE", ["madeOn"]);
  });

  it("when they are told of the future, or late without a reason", () => {
    refused(c.drawUp({}, { occurredAt: "2019-09-11T03:00:00.000Z" }), "OCCURRED_IN_FUTURE", ["occurredAt"]);
    refused(c.drawUp({}, { occurredAt: "2019-09-05T03:00:00.000Z" }), "LATE_ENTRY_NEEDS_REASON", ["lateEntryReason"]);
  });

  it("in one copy", () => {
    refused(c.drawUp({ copies: 1 }), "MINUTES_TOO_FEW_COPIES", ["copies"]);
  });

  it("when the offender signed and did not, or did not and nobody says why or has seen it", () => {
    refused(c.drawUp({ refusalReason: "Không đồng ý" }), "MINUTES_SIGNED_AND_NOT", ["refusalReason"]);
    const unsigned = { offenderSigned: false, refusalReason: "Không đồng ý", witness: "Lê Văn Tư" };
    refused(c.drawUp({ ...unsigned, refusalReason: null }), "MINUTES_NEED_REFUSAL_REASON", ["refusalReason"]);
    refused(c.drawUp({ ...unsigned, witness: null }), "MINUTES_NEED_WITNESS", ["witness"]);
  });

  it("without a violation", () => {
    refused(drawsUp(), "VIOLATIONS_NEEDED", ["violations"]);
  });

  it("when a violation is nobody's here, ends after its detection, or breaks no rule of its day", () => {
    const at = (field: string): (string | number)[] => ["violations", 0, field];
    refused(drawsUp(c.stated({ partyId: "p-9" })), "VIOLATION_OF_STRANGER", at("partyId"));
    refused(drawsUp(c.stated({ actEndedOn: "2019-09-03" })), "VIOLATION_ENDS_AFTER_DETECTION", at("actEndedOn"));
    refused(drawsUp(c.stated({}, null)), "VIOLATION_CODE_NOT_IN_FORCE", at("code"));
  });

  it("when the copies are outside the band of the code, or the title is not named", () => {
    const at = (field: string): (string | number)[] => ["violations", 0, field];
    for (const copies of [49, 100, null])
      refused(drawsUp(c.stated({ copies }, banded)), "VIOLATION_COPIES_OUTSIDE_BAND", at("copies"));
    refused(drawsUp(c.stated({ copies: 60, title: null }, banded)), "VIOLATION_NEEDS_TITLE", at("title"));
  });

  it("when one title stands in two lines", () => {
    const again = c.stated({ violationId: "v-2", title: "sách  một" });
    refused(drawsUp(c.stated(), again), "VIOLATION_STATED_TWICE", ["violations", 1]);
    c.detected()
      .when(drawsUp(c.stated(), c.stated({ violationId: "v-2", title: "Sách Hai" })))
      .thenAccepted();
  });
});

describe("the right to explain", () => {
  const minutesOf = (rule: ViolationRule, partyId = "p-1"): ReturnType<typeof c.drawnUp> =>
    c.drawnUp({ violations: [c.recordedAct({ partyId }, rule)] });
  const opens = (given: PartyGiven, kept: RecordedParty, rule: ViolationRule, law: string[]): void =>
    c
      .theCase(c.recorded({ parties: [kept] }))
      .when(drawsUp(c.stated({ partyId: given.partyId }, rule)))
      .then(minutesOf(rule, given.partyId), c.opened({ partyIds: [given.partyId], law: law.map(c.reference) }));
  const withPeriods = (key: string): string[] => [key, "EXPLANATION_WRITTEN", "EXPLANATION_ORAL_REQUEST"];

  it("is there from the threshold of the frame on, for an organisation and for an individual", () => {
    opens(c.company, c.recordedCompany, heavy, withPeriods("EXPLANATION_FROM_ORGANISATION"));
    // Half of 30 million is the individual's threshold, which a household business shares.
    opens(c.household, c.recordedHousehold, heavy, withPeriods("EXPLANATION_FROM_INDIVIDUAL"));
  });

  it("goes by the frame written for individuals too", () => {
    const individual = c.rule({ basis: "INDIVIDUAL", fine: { min: "1", max: "15000000" } });
    opens(c.household, c.recordedHousehold, individual, withPeriods("EXPLANATION_FROM_INDIVIDUAL"));
    opens(c.company, c.recordedCompany, individual, withPeriods("EXPLANATION_FROM_ORGANISATION"));
  });

  it("is there whatever the frame when a licence or the activity may be suspended", () => {
    opens(c.household, c.recordedHousehold, suspending, withPeriods("EXPLANATION_FROM_INDIVIDUAL"));
  });

  it("is not there a đồng below the threshold, nor where nothing is fined", () => {
    for (const fine of [{ min: "1", max: "29999999" }, null]) {
      const light = c.rule({ code: "159.8.2", fine });
      c.detected()
        .when(drawsUp(c.stated({}, light)))
        .then(minutesOf(light));
    }
  });

  it("is nobody's when nobody is known", () => {
    c.theCase(c.recorded({ parties: [{ ...c.recordedHousehold, kind: "UNKNOWN" }] }))
      .when(drawsUp(c.stated({}, suspending)))
      .then(minutesOf(suspending));
  });

  it("belongs to those whose act gives it, each with the threshold used", () => {
    const parties = [c.recordedHousehold, c.recordedCompany];
    const light = c.stated({ violationId: "v-2", partyId: "p-2" });
    c.theCase(c.recorded({ parties }))
      .when(drawsUp(c.stated({}, heavy), light))
      .then(
        c.drawnUp({ violations: [c.recordedAct({}, heavy), c.recordedAct({ violationId: "v-2", partyId: "p-2" })] }),
        c.opened({ partyIds: ["p-1"] }),
      );
  });

  it("is open without a last day when the minutes do not tell of it, until it is notified", () => {
    const untold = c.opened({ dueOn: null, oralRequestDueOn: null, law: [c.reference("EXPLANATION_FROM_INDIVIDUAL")] });
    const minutes = { explanationStated: false, violations: [c.recordedAct({}, heavy)] };
    c.detected()
      .when(c.drawUp({ explanationStated: false, violations: [c.stated({}, heavy)] }))
      .then(c.drawnUp(minutes), untold);
    const notify = c.step("NotifyRightToExplain", { notifiedOn: "2019-09-05", periods: c.periods });
    const told = { law: [c.reference("EXPLANATION_WRITTEN"), c.reference("EXPLANATION_ORAL_REQUEST")] };
    c.theCase(c.recorded(), c.drawnUp(minutes), untold).when(notify).then(c.opened(told));
    c.explaining().when(notify).thenRefused("EXPLANATION_NOTIFIED", ["caseId"]);
    c.minuted().when(notify).thenRefused("CASE_STATUS_FORBIDS", ["caseId"]);
  });
});
