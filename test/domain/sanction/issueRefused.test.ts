import * as s from "./decisionScript.js";

type Data = Parameters<typeof s.issuing>[0];

/** Each rule refuses by itself: but for the one thing, the same decision is issued (see issue.test.ts). */
const refused = (what: string, code: string, data: Data, path?: readonly (string | number)[]): void =>
  void it(what, () => s.issuing(data).thenRefused(code, path));

describe("a sanction decision is refused", () => {
  it("when it is signed in the future", () => {
    s.issuing({}, { occurredAt: "2019-09-10T03:00:00.001Z" }).thenRefused("OCCURRED_IN_FUTURE", ["occurredAt"]);
  });
  it("when it was signed earlier and nobody says why it is entered only now", () => {
    s.issuing({}, { occurredAt: "2019-09-09T03:00:00.000Z" }).thenRefused("LATE_ENTRY_NEEDS_REASON");
  });

  describe("for its case:", () => {
    const ofCase = (more: Parameters<typeof s.caseFact>[0]): Data => ({ violationCase: s.caseFact(more) });
    refused("it is closed", "SANCTION_CASE_CLOSED", ofCase({ status: "CLOSED" }), ["caseId"]);
    refused("it is void", "SANCTION_CASE_CLOSED", ofCase({ status: "VOIDED" }), ["caseId"]);
    refused(
      "it is in criminal proceedings",
      "SANCTION_IN_CRIMINAL_PROCEEDINGS",
      ofCase({ inCriminalProceedings: true }),
    );
    refused("another unit has it", "SANCTION_CASE_OF_OTHER_UNIT", ofCase({ unitId: "u-other" }), ["issuerId"]);
    refused("it has no minutes", "SANCTION_WITHOUT_MINUTES", ofCase({ minutesMadeOn: null }));
    refused("its minutes are later", "SANCTION_SIGNED_BEFORE_MINUTES", ofCase({ minutesMadeOn: "2019-09-11" }));
    refused(
      "the offender may explain until tonight",
      "SANCTION_EXPLANATION_OPEN",
      ofCase({ explanation: { state: "OPEN", dueOn: s.TODAY, asked: false, hearingOn: null } }),
    );
    refused(
      "the offender has not been told of the right to explain",
      "SANCTION_EXPLANATION_NOT_OFFERED",
      ofCase({ explanation: { state: "OPEN", dueOn: null, asked: false, hearingOn: null } }),
    );
    refused("the party is not of it", "SANCTION_PARTY_NOT_OF_CASE", ofCase({ parties: [s.company] }), ["partyId"]);
    refused(
      "without minutes the fine is too large",
      "SANCTION_TOO_LARGE_ON_THE_SPOT",
      {
        ...ofCase({ procedure: "ON_THE_SPOT", minutesMadeOn: null }),
        decisionDueOn: null,
        lines: [s.line("v-1", { rule: s.noSource, amount: "250001", circumstances: ["MITIGATING_REMEDIED"] })],
      },
      ["lines"],
    );
  });

  describe("for its party:", () => {
    const body = { ...s.shop, kind: "STATE_BODY" } as const;
    const ofBody: Data = { party: body, violationCase: s.caseFact({ parties: [body] }) };
    refused("a state body is disciplined, not fined", "SANCTION_STATE_BODY", ofBody, ["partyId"]);
    refused("nor is anything else ordered of it", "SANCTION_STATE_BODY", s.remedyOnly(ofBody), ["partyId"]);
  });

  it("when its issuer does not exist on the day", () => {
    s.issuing({ issuer: { ...s.issuer, endsOn: s.TODAY } }).thenRefused("UNIT_ENDED", ["issuerId"]);
    s.issuing({ issuer: { ...s.issuer, startsOn: "2019-09-11" } }).thenRefused("UNIT_NOT_YET_STARTED", ["issuerId"]);
  });

  describe("for the time that has passed:", () => {
    const yesterday = "2019-09-09";
    const barred = { lines: [s.line("v-1", { limitationEndsOn: yesterday })] };
    refused("an act is time-barred", "SANCTION_TIME_BARRED", barred, ["lines", 0]);
    refused("the time for the decision is over", "SANCTION_DEADLINE_PASSED", { decisionDueOn: yesterday }, ["kind"]);
    refused(
      "also an act of a decision that replaces another is time-barred",
      "SANCTION_TIME_BARRED",
      { ...barred, replaces: s.sanctionFact() },
      ["lines", 0],
    );
  });

  describe("for the reason why there is no fine:", () => {
    refused("none is given", "SANCTION_NO_FINE_NEEDS_GROUND", s.remedyOnly({ noFineBecause: null }), ["noFineBecause"]);
    refused("there is a fine", "SANCTION_GROUND_WITHOUT_NEED", { noFineBecause: "OFFENDER_GONE" }, ["noFineBecause"]);
    refused(
      "one of the acts is not time-barred",
      "SANCTION_NOT_TIME_BARRED",
      s.remedyOnly({
        lines: [s.line("v-1", { limitationEndsOn: "2019-09-01" }), s.line("v-2", { limitationEndsOn: s.TODAY })],
      }),
      ["noFineBecause"],
    );
    refused(
      "the time for the decision is not over",
      "SANCTION_DEADLINE_NOT_PASSED",
      s.remedyOnly({ noFineBecause: "DEADLINE_PASSED", decisionDueOn: s.TODAY }),
    );
    refused(
      "there is no such time",
      "SANCTION_DEADLINE_NOT_PASSED",
      s.remedyOnly({ noFineBecause: "DEADLINE_PASSED", decisionDueOn: null }),
    );
    refused("the offender is known", "SANCTION_OFFENDER_IS_KNOWN", s.remedyOnly({ noFineBecause: "OFFENDER_UNKNOWN" }));
    refused("nobody known can be fined", "SANCTION_OFFENDER_UNKNOWN", { party: s.nobody, lines: [s.line("n-1")] }, [
      "partyId",
    ]);
    refused(
      "a decision without a fine has one",
      "SANCTION_REMEDY_ONLY_HAS_FINE",
      s.remedyOnly({ lines: [s.line("v-1", { limitationEndsOn: "2019-09-01", amount: "3000000" })] }),
      ["lines", 0],
    );
    refused(
      "a decision without a fine warns",
      "SANCTION_REMEDY_ONLY_HAS_FINE",
      s.remedyOnly({ lines: [s.line("v-1", { limitationEndsOn: "2019-09-01", warning: true, rule: s.noSource })] }),
    );
    refused(
      "a decision without a fine suspends",
      "SANCTION_REMEDY_ONLY_HAS_FINE",
      s.remedyOnly({
        lines: [s.line("v-1", { limitationEndsOn: "2019-09-01", rule: s.falseNews })],
        measures: [s.measure("SUSPENSION")],
      }),
      ["measures", 0],
    );
    refused("it orders nothing", "SANCTION_REMEDY_ONLY_IS_EMPTY", s.remedyOnly({ measures: [] }), ["measures"]);
  });

  describe("for its signer:", () => {
    const signer = { name: "Nguyễn Văn Ký", post: "DEPARTMENT_CHIEF_INSPECTOR" } as const;
    refused(
      "the power was delegated only afterwards",
      "SANCTION_DELEGATED_AFTER_SIGNING",
      { signer: { ...signer, delegation: { number: "07/QĐ-GQXP", decidedOn: "2019-09-11" } } },
      ["signer", "delegation", "decidedOn"],
    );
    refused("the post is of another kind of body than the issuer", "SANCTION_SIGNER_OF_OTHER_UNIT", {
      signer: { ...signer, post: "PROVINCE_CHAIR", delegation: null },
    });
    refused("an inspector's power is not delegated", "SANCTION_POST_NOT_DELEGATED", {
      signer: { ...signer, post: "INSPECTOR", delegation: { number: "07/QĐ-GQXP", decidedOn: s.MINUTES_ON } },
    });
  });

  describe("for the decision it is to replace:", () => {
    const replacing = (more: Parameters<typeof s.sanctionFact>[0]): Data => ({ replaces: s.sanctionFact(more) });
    refused("it stands", "SANCTION_REPLACES_STANDING", replacing({ annulledOn: null, status: "SERVED" }), [
      "replacesId",
    ]);
    refused("it is of another case", "SANCTION_REPLACES_OTHER_CASE", replacing({ caseId: "other" }), ["replacesId"]);
    refused("it is on another party", "SANCTION_REPLACES_OTHER_CASE", replacing({ partyId: "p-company" }));
    refused("it is replaced already", "SANCTION_ALREADY_REPLACED", replacing({ replacedById: "s-2" }), ["replacesId"]);
  });

  it("last of all when no number has been drawn", () => {
    s.issuing({ drawn: null }).thenLacksNumber();
    s.issuing({ drawn: null, decisionDueOn: "2019-09-09" }).thenRefused("SANCTION_DEADLINE_PASSED");
    s.issuing({ drawn: null, replaces: s.sanctionFact({ annulledOn: null }) }).thenRefused(
      "SANCTION_REPLACES_STANDING",
    );
  });
});
