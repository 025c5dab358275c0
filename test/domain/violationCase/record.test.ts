import type { InspectionFact } from "../../../src/domain/inspection/inspection.js";
import type { PartyGiven } from "../../../src/domain/violationCase/fields.js";
import { violationCase } from "../../../src/domain/violationCase/record.js";
import { unitFact } from "../../support/facts.js";
import { given } from "../../support/given.js";
import * as c from "./facts.js";

const nothing = given(violationCase.decider);
const inspection = {
  inspectionId: "i-1",
  status: "IN_PROGRESS",
  kind: "SPECIALISED_CHECK",
  leadUnitId: "u-dic",
  coordinatingUnitIds: [],
  decidedOn: "2019-08-20",
} as unknown as InspectionFact;
/** A frame low enough to be dealt with on the spot: half of it for an individual. */
const small = c.rule({ fine: { min: "500000", max: "1000000" } });
const onTheSpot = { procedure: "ON_THE_SPOT", violations: [c.stated({}, small)] } as const;

describe("a violation case is recorded", () => {
  it("with its unit under the name of the day, and of an identity number only the end", () => {
    const renamed = unitFact("u-dic", "Tên mới", {
      names: [
        { name: c.department.name, from: "2010-01-01" },
        { name: "Tên mới", from: "2019-09-05" },
      ],
    });
    nothing.when(c.record({ unit: renamed })).then(c.recorded());
  });

  it("as found in an inspection", () => {
    nothing.when(c.record({ inspection })).then(c.recorded({ inspectionId: "i-1" }));
  });

  it("with nobody known, when nobody is", () => {
    nothing.when(c.record({ parties: [c.nobody] })).then(
      c.recorded({
        parties: [
          {
            partyId: "p-1",
            kind: "UNKNOWN",
            name: "Không xác định được",
            idNumberEnd: null,
            taxCode: null,
            address: null,
            minor: null,
          },
        ],
      }),
    );
  });

  it("on the spot with its violations, when the fine can be small or a warning can do", () => {
    const violations = [c.recordedAct({}, small)];
    nothing.when(c.record(onTheSpot)).then(c.recorded({ procedure: "ON_THE_SPOT", violations }));
    const warned = c.stated({}, c.rule({ warningAllowed: true }));
    nothing.when(c.record({ procedure: "ON_THE_SPOT", violations: [warned] })).thenAccepted();
  });

  it("late, with the reason", () => {
    const meta = { occurredAt: "2019-09-03T03:00:00.000Z", lateEntryReason: "Sót hồ sơ" };
    nothing
      .when(c.record({}, meta))
      .then({ ...c.recorded({}, "Sót hồ sơ"), occurredAt: "2019-09-03T03:00:00.000Z" } as ReturnType<
        typeof c.recorded
      >);
  });
});

describe("a violation case is not recorded", () => {
  const refused = (data: c.CommandData<"RecordViolationCase">, code: string, path: (string | number)[]): void =>
    nothing.when(c.record(data)).thenRefused(code, path);
  const withParty = (more: Partial<PartyGiven>): c.CommandData<"RecordViolationCase"> => ({
    parties: [{ ...c.household, ...more }],
  });

  it("from the future, or late without a reason", () => {
    refused({ detectedOn: "2019-09-11" }, "CASE_DAY_IN_FUTURE", ["detectedOn"]);
    nothing
      .when(c.record({}, { occurredAt: "2019-09-11T03:00:00.000Z" }))
      .thenRefused("OCCURRED_IN_FUTURE", ["occurredAt"]);
    nothing
      .when(c.record({}, { occurredAt: "2019-09-08T03:00:00.000Z" }))
      .thenRefused("LATE_ENTRY_NEEDS_REASON", ["lateEntryReason"]);
  });

  it("by a unit that had ended or not begun on the day of detection", () => {
    refused({ unit: unitFact("u", "Phòng cũ", { endsOn: "2019-09-01" }) }, "UNIT_ENDED", ["unitId"]);
    refused({ unit: unitFact("u", "Phòng mới", { startsOn: "2019-09-03" }) }, "UNIT_NOT_YET_STARTED", ["unitId"]);
  });

  it("as found in an inspection that was called off", () => {
    for (const status of ["CANCELLED", "VOIDED"] as const)
      refused({ inspection: { ...inspection, status } }, "CASE_INSPECTION_CALLED_OFF", ["inspectionId"]);
  });

  it("with an unknown offender beside others, or described", () => {
    const unknown = { ...c.nobody, partyId: "p-9" };
    refused({ parties: [c.household, unknown] }, "UNKNOWN_PARTY_NOT_ALONE", ["parties", 1]);
    for (const more of [
      { name: "Ai đó" },
      { idNumber: "1234" },
      { taxCode: "99" },
      { minor: "FROM_14_TO_16" },
    ] as const)
      refused({ parties: [{ ...c.nobody, ...more }] }, "UNKNOWN_PARTY_IS_DESCRIBED", ["parties", 0]);
  });

  it("with a party without a name, one named twice, or an organisation under age", () => {
    refused(withParty({ name: null }), "PARTY_NEEDS_NAME", ["parties", 0, "name"]);
    const again = { ...c.household, partyId: "p-9", name: "NGUYỄN  VĂN AN" };
    refused({ parties: [c.household, again] }, "PARTY_NAMED_TWICE", ["parties", 1]);
    refused(withParty({ minor: "FROM_16_TO_18" }), "PARTY_NOT_A_PERSON", ["parties", 0, "minor"]);
    nothing.when(c.record(withParty({ kind: "INDIVIDUAL", minor: "FROM_16_TO_18" }))).thenAccepted();
    nothing.when(c.record({ parties: [c.household, { ...again, idNumber: "038000000111" }] })).thenAccepted();
  });

  it("with violations that belong in the minutes, or on the spot without any", () => {
    refused({ violations: [c.stated()] }, "VIOLATIONS_BELONG_IN_MINUTES", ["violations"]);
    refused({ procedure: "ON_THE_SPOT" }, "VIOLATIONS_NEEDED", ["violations"]);
  });

  it("on the spot when nobody is known, or when the fine cannot be small", () => {
    refused({ ...onTheSpot, parties: [c.nobody] }, "ON_THE_SPOT_NEEDS_OFFENDER", ["procedure"]);
    const code = ["violations", 0, "code"];
    const dearer = c.rule({ fine: { min: "500002", max: "1000000" } });
    refused({ ...onTheSpot, violations: [c.stated({}, dearer)] }, "ON_THE_SPOT_FINE_TOO_HIGH", code);
    const confiscated = c.rule({ fine: null });
    refused({ ...onTheSpot, violations: [c.stated({}, confiscated)] }, "ON_THE_SPOT_FINE_TOO_HIGH", code);
  });

  it("with a violation on the spot that is nobody's, or not in the law", () => {
    const strange = c.stated({ partyId: "" }, small);
    refused({ ...onTheSpot, violations: [strange] }, "VIOLATION_OF_STRANGER", ["violations", 0, "party"]);
    const unknown = c.stated({}, null);
    refused({ ...onTheSpot, violations: [unknown] }, "VIOLATION_CODE_NOT_IN_FORCE", ["violations", 0, "code"]);
    const twice = [c.stated({}, small), c.stated({ violationId: "v-2" }, small)];
    refused({ ...onTheSpot, violations: twice }, "VIOLATION_STATED_TWICE", ["violations", 1]);
  });
});
