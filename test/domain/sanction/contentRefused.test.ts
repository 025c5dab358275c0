import { expect } from "chai";
import type { ProposedLine } from "../../../src/domain/sanction/decision.js";
import * as s from "./decisionScript.js";

type Data = Parameters<typeof s.issuing>[0];

const refused = (what: string, code: string, data: Data, path?: readonly (string | number)[]): void =>
  void it(what, () => s.issuing(data).thenRefused(code, path));
const withLine = (more: Parameters<typeof s.line>[1], data: Data = {}): Data => ({
  lines: [s.line("v-1"), s.line("v-2", more)],
  ...data,
});

const sameFrame = { validFrom: "2019-09-05" };

describe("the content of a decision is refused", () => {
  describe("for its acts:", () => {
    refused("there are none", "SANCTION_WITHOUT_ACT", { lines: [] }, ["lines"]);
    refused("one is named twice", "SANCTION_ACT_NAMED_TWICE", { lines: [s.line("v-1"), s.line("v-1")] }, [
      "lines",
      1,
      "violationId",
    ]);
    refused("one is of another party", "SANCTION_ACT_NOT_OF_PARTY", { lines: [s.line("v-1"), s.line("c-1")] }, [
      "lines",
      1,
      "violationId",
    ]);
    refused("one is of no case", "SANCTION_ACT_NOT_OF_PARTY", { lines: [s.line("v-9", { rule: undefined })] });
    refused("no law forbade one on its day", "SANCTION_ACT_NOT_FORBIDDEN", withLine({ rule: undefined }), ["lines", 1]);
    refused("the frame is for fewer copies", "SANCTION_COPIES_OUTSIDE_BAND", withLine({ rule: s.fewCopies }), [
      "lines",
      1,
    ]);
    refused(
      "the frame is for more copies",
      "SANCTION_COPIES_OUTSIDE_BAND",
      withLine({ rule: s.rule({ copies: { from: 100, to: null } }) }),
    );
    refused(
      "a standing decision covers one",
      "SANCTION_ACT_ALREADY_DECIDED",
      { ...withLine({}), standing: [{ sanctionId: "s-0", violationIds: ["v-2"] }] },
      ["lines", 1],
    );
  });

  describe("for its fines:", () => {
    const at = ["lines", 1, "amount"];
    const outside = "SANCTION_AMOUNT_OUTSIDE_FRAME";
    refused("one is below the frame of the subject", outside, withLine({ amount: "2499999" }), at);
    refused("one is above it, though not above an organisation's", outside, withLine({ amount: "5000001" }), at);
    refused("one is nothing", outside, withLine({ amount: "0" }), at);
    const against = "SANCTION_AMOUNT_AGAINST_CIRCUMSTANCES";
    refused(
      "mitigated, one is above the average",
      against,
      withLine({ amount: "3750001", circumstances: ["MITIGATING_OTHER"] }),
    );
    refused(
      "aggravated, one is below the average",
      against,
      withLine({ amount: "3749999", circumstances: ["AGGRAVATING_OTHER"] }),
    );
    refused("without circumstances, one is not the average", against, withLine({ amount: "2500000" }), at);
    it("but not on the very edges", () => {
      const lowest = { amount: "2500000", circumstances: ["MITIGATING_OTHER"] } as const;
      const highest = { amount: "5000000", circumstances: ["AGGRAVATING_OTHER"] } as const;
      for (const edge of [lowest, highest]) s.issuing(withLine(edge)).thenAccepted();
    });
    const since2022 = { toFrameEnd: s.byNumber };
    const one = { circumstances: ["MITIGATING_OTHER"] } as const;
    refused(
      "one circumstance left does not reach the end",
      against,
      withLine({ ...one, amount: "2500000" }, since2022),
    );
    refused("one left leaves the amount open", "SANCTION_AMOUNT_NEEDED", withLine(one, since2022), at);
    it("but not strictly between the average and the end", () => {
      s.issuing(withLine({ ...one, amount: "3000000" }, since2022)).thenAccepted();
    });
    refused("the act is not fined", "SANCTION_ACT_NOT_FINED", withLine({ rule: s.rule({ fine: null }) }), at);
    refused(
      "a child is only warned",
      "SANCTION_MINOR_ONLY_WARNED",
      { party: { ...s.shop, kind: "INDIVIDUAL", minor: "FROM_14_TO_16" } },
      ["lines", 0],
    );
    refused("somebody under 18 pays half at most", outside, {
      party: { ...s.shop, kind: "INDIVIDUAL", minor: "FROM_16_TO_18" },
      lines: [s.line("v-1", { amount: "2500001" })],
    });
  });

  describe("for its warnings:", () => {
    const warned = { warning: true, rule: s.noSource };
    const measures = [s.measure("WARNING")];
    refused("the rule knows none", "SANCTION_WARNING_NOT_ALLOWED", withLine({ warning: true }, { measures }), [
      "lines",
      1,
      "warning",
    ]);
    refused(
      "the same act is fined",
      "SANCTION_WARNING_WITH_FINE",
      withLine({ ...warned, amount: "1000000" }, { measures }),
      ["lines", 1, "amount"],
    );
    refused("it belongs to no act", "SANCTION_WARNING_WITHOUT_ACT", { measures });
    refused("it is not ordered", "SANCTION_WARNING_WITHOUT_ACT", withLine(warned));
    it("but not a warning for one act and a fine for another", () => {
      s.issuing(withLine(warned, { measures })).thenAccepted();
    });
  });

  describe("for the signer's power on the day:", () => {
    const none = s.unstated("NONE");
    refused("the post has none in the field", "SANCTION_SIGNER_WITHOUT_POWER", withLine({ power: none }), ["lines", 1]);
    for (const power of [s.unstated("UNKNOWN"), undefined]) {
      const unknown = power ? "it is known that there is some, not how much" : "nothing is known of it";
      refused(unknown, "SANCTION_POWER_UNKNOWN", withLine({ power }), ["lines", 1]);
    }
    const small = s.power({ maxIndividual: "4999999", maxOrganisation: "9999999" });
    refused("the frame goes beyond it, though the fine does not", "SANCTION_BEYOND_POWER", withLine({ power: small }), [
      "lines",
      1,
    ]);
    it("but not where the frame of this subject is just within it", () => {
      s.issuing(withLine({ power: s.power({ maxIndividual: "5000000", maxOrganisation: "9999999" }) })).thenAccepted();
    });
    refused("for an organisation its own maximum counts", "SANCTION_BEYOND_POWER", {
      party: s.company,
      lines: [s.line("c-1", { power: s.power({ maxOrganisation: "9999999" }) })],
    });
    refused(
      "a decision without a fine needs a power too",
      "SANCTION_SIGNER_WITHOUT_POWER",
      s.remedyOnly({ lines: [s.line("v-1", { limitationEndsOn: "2019-09-01", power: none })] }),
    );
    it("whose frame is no matter where there is no fine", () => {
      const lines = [s.line("v-1", { limitationEndsOn: "2019-09-01", power: small })];
      s.issuing(s.remedyOnly({ lines })).thenAccepted();
    });
  });

  describe("where another act of the party is beyond the signer:", () => {
    const other = (more: Partial<ProposedLine> = {}): Data => ({ others: [s.line("v-3", more)] });
    const beyond = other({ power: s.power({ maxIndividual: "4999999" }) });
    refused("the whole case goes up", "SANCTION_CASE_GOES_UP_WHOLE", beyond, ["signer", "post"]);
    refused("or has no power at all", "SANCTION_CASE_GOES_UP_WHOLE", other({ power: undefined }));
    it("but not for one that is decided, or can be fined no more, or within it", () => {
      const standing = [{ sanctionId: "s-0", violationIds: ["v-3"] }];
      s.issuing({ ...beyond, standing }).thenAccepted();
      s.issuing(other({ power: undefined, limitationEndsOn: "2019-09-09" })).thenAccepted();
      s.issuing(other()).thenAccepted();
      s.issuing(s.remedyOnly(beyond)).thenAccepted();
    });
  });

  describe("where a later law is named:", () => {
    const later = s.rule({ validFrom: "2019-09-05", fine: { min: "3000000", max: "6000000" } });
    const named = (more: Partial<ProposedLine> = {}) =>
      withLine({ laterCode: "119.29.2", rule: later, ruleOfAct: s.rule(), ...more });
    const at = ["lines", 1, "laterCode"];
    const unknown = "SANCTION_LATER_LAW_UNKNOWN";
    refused("it is not in force on the day of signing", unknown, named({ rule: undefined }), at);
    refused(
      "it was in force on the day of the act",
      unknown,
      named({ rule: { ...later, validFrom: "2019-09-04" } }),
      at,
    );
    refused("it is of another field", unknown, named({ rule: { ...later, field: "PRESS" } }), at);
    const heavier = { ...later, fine: { min: "3000000", max: "20000000" } };
    refused("it is heavier", "SANCTION_LATER_LAW_NOT_FAVOURABLE", named({ rule: heavier }), at);
    refused("it is the same", "SANCTION_LATER_LAW_NOT_FAVOURABLE", named({ rule: { ...s.rule(), ...sameFrame } }), at);
    it("but not one that is lighter: the line names both", () => {
      const [issued] = s.eventsOf(s.issueCommand(named()));
      const line = issued?.type === "SanctionIssued" ? issued.data.content.lines[1] : undefined;
      expect(line).to.deep.include({ amount: "2250000", frame: { min: "1500000", max: "3000000" } });
      expect([line?.law.validFrom, line?.lawOfAct?.validFrom]).to.deep.equal(["2019-09-05", "2019-01-01"]);
    });
  });

  describe("for what it orders besides:", () => {
    const suspended = (months: number, power = s.power()): Data => ({
      party: s.company,
      lines: [s.line("c-1", { rule: s.falseNews, power })],
      measures: [s.measure("SUSPENSION", { months })],
    });
    const ordered = (...measures: ReturnType<typeof s.measure>[]): Data => ({ measures });

    it("nothing against a suspension within its months", () => s.issuing(suspended(12)).thenAccepted());
    refused("the rule knows no suspension", "SANCTION_SUSPENSION_NOT_ALLOWED", ordered(s.measure("SUSPENSION")), [
      "measures",
      0,
    ]);
    refused("the suspension is too long", "SANCTION_SUSPENSION_MONTHS", suspended(13), ["measures", 0, "months"]);
    refused("the suspension is too short", "SANCTION_SUSPENSION_MONTHS", suspended(0));
    refused("the signer may not suspend", "SANCTION_MAY_NOT_SUSPEND", suspended(3, s.power({ maySuspend: false })));
    refused("the rule knows no confiscation", "SANCTION_CONFISCATION_NOT_ALLOWED", {
      lines: [s.line("v-1", { rule: s.noSource })],
      measures: [s.measure("CONFISCATION")],
    });
    refused("the signer may not confiscate", "SANCTION_MAY_NOT_CONFISCATE", {
      lines: [s.line("v-1", { power: s.power({ mayConfiscate: false }) })],
      measures: [s.measure("CONFISCATION")],
    });
    refused(
      "the rule knows no such remedy",
      "SANCTION_REMEDY_NOT_ALLOWED",
      ordered(s.measure("REMEDY", { remedy: "RECALL" })),
      ["measures", 0, "remedy"],
    );
    refused(
      "the seizure is of another case",
      "SANCTION_SEIZURE_OF_OTHER_CASE",
      {
        measures: [s.measure("CONFISCATION", { seizureIds: ["z-1", "z-2"] })],
        seizures: [s.seizureOfCase("z-1"), { ...s.seizureOfCase("z-2"), caseId: "other" }],
      },
      ["measures", 0, "seizureIds", 1],
    );
    const worth = (estimatedValue: string, confiscationUpTo: string | null): Data => ({
      ...ordered(s.measure("CONFISCATION", { seizureIds: ["z-1", "z-2"] })),
      lines: [s.line("v-1", { power: s.power({ confiscationUpTo }) })],
      seizures: [s.seizureOfCase("z-1", estimatedValue), s.seizureOfCase("z-2", "1000000")],
    });
    refused(
      "the exhibits are worth more than the post may confiscate",
      "SANCTION_CONFISCATION_BEYOND_POWER",
      worth("4000001", "5000000"),
      ["measures", 0, "seizureIds"],
    );
    it("but not where they are worth just so much, or where the post may confiscate what is of any worth", () => {
      s.issuing(worth("4000000", "5000000")).thenAccepted();
      s.issuing(worth("900000000", null)).thenAccepted();
    });
    const destroying = (remedies: readonly "RECALL"[] | readonly "DESTROY"[]): Data => ({
      ...ordered(s.measure("REMEDY", { remedy: "DESTROY" })),
      lines: [s.line("v-1", { power: s.power({ remedies }) })],
    });
    refused(
      "the post may order other remedies, not this one",
      "SANCTION_MAY_NOT_ORDER_REMEDY",
      destroying(["RECALL"]),
      ["measures", 0, "remedy"],
    );
    it("but not where it is the one that the post may order", () => {
      s.issuing(destroying(["DESTROY"])).thenAccepted();
    });
    const misformed = "SANCTION_MEASURE_MISFORMED";
    refused("a remedy is not named", misformed, ordered(s.measure("REMEDY", { remedy: null })));
    refused("a suspension has no months", misformed, ordered(s.measure("SUSPENSION", { months: null })));
    refused("a confiscation has months", misformed, ordered(s.measure("CONFISCATION", { months: 3 })));
    refused("a remedy names seizures", misformed, ordered(s.measure("REMEDY", { seizureIds: ["z-1"] })));
    refused("a seizure is named twice", "SANCTION_MEASURE_NAMED_TWICE", {
      ...ordered(s.measure("CONFISCATION", { seizureIds: ["z-1", "z-1"] })),
      seizures: [s.seizureOfCase("z-1")],
    });
    refused("a measure is due before the signing", "SANCTION_MEASURE_DUE_BEFORE_SIGNING", {
      measures: [s.measure("REMEDY", { dueOn: "2019-09-09" })],
    });
  });
});
