import { expect } from "chai";
import type { SanctionEvent } from "../../../src/domain/sanction/events.js";
import * as s from "./decisionScript.js";

type Issued = Extract<SanctionEvent, { type: "SanctionIssued" }>["data"];

const issuedBy = (data: Parameters<typeof s.issueCommand>[0]): Issued => {
  const [event] = s.eventsOf(s.issueCommand(data));
  if (event?.type !== "SanctionIssued") throw new Error("A decision was expected.");
  return event.data;
};

describe("a sanction decision is issued", () => {
  it("with its number, its signer, its law and what each act costs", () => {
    const lawOf = (key: string): object => ({
      key,
      instrument: "SANC-PRESS-119",
      validFrom: "2019-01-01",
      origin: "SHIPPED",
      confidence: "HIGH",
    });
    const confiscation = s.measure("CONFISCATION", { seizureIds: ["z-1"] });
    s.issuing({
      lines: [s.line("v-1", { amount: "3000000", circumstances: ["MITIGATING_REMEDIED"] })],
      measures: [confiscation],
      seizures: [s.seizureOfCase("z-1")],
    }).then(
      s.event("SanctionIssued", {
        caseId: s.CASE,
        kind: "SANCTION",
        number: s.numberOf("12"),
        issuer: { unitId: s.ISSUER, name: "Sở Thông tin và Truyền thông" },
        signer: { name: "Nguyễn Văn Ký", post: "DEPARTMENT_CHIEF_INSPECTOR", delegation: null },
        power: lawOf("DEPARTMENT_CHIEF_INSPECTOR") as Issued["power"],
        party: { partyId: "p-shop", kind: "HOUSEHOLD_BUSINESS", name: "Nhà sách Một" },
        content: {
          lines: [
            {
              violationId: "v-1",
              code: "119.29.2",
              actEndedOn: "2019-09-04",
              title: "Sách v-1",
              copies: 60,
              frame: { min: "2500000", max: "5000000" },
              subjectFactor: "HALF",
              circumstances: ["MITIGATING_REMEDIED"],
              amount: "3000000",
              warning: false,
              law: lawOf("119.29.2") as NonNullable<Issued["power"]>,
            },
          ],
          measures: [confiscation],
        },
        fine: "3000000",
        signedOn: s.TODAY,
        replacesId: null,
        noFineBecause: null,
      }),
    );
  });

  /**
   * Two decisions that were published in Thanh Hóa. The sums are theirs; that they are made of so many titles at the
   * average of the frame, halved for a household business, is how Decree 119/2020, Art. 29, and the Law on Handling
   * Administrative Violations, Art. 23, let them come about.
   */
  const published = [
    { fine: "22500000", titles: 6, rule: s.rule(), copies: 60, each: "3750000" },
    { fine: "8000000", titles: 4, rule: s.fewCopies, copies: 30, each: "2000000" },
  ];
  for (const { fine, titles, rule, copies, each } of published) {
    it(`over ${fine} đồng for ${titles} titles of a household business, at the average of ${rule.code}`, () => {
      const ids = Array.from({ length: titles }, (_, index) => `v-${index + 1}`);
      const violations = ids.map((id) => s.act(id, { copies, code: rule.code }));
      const issued = issuedBy({
        violationCase: s.caseFact({ violations }),
        lines: ids.map((id) => s.line(id, { rule })),
      });
      expect(issued.content.lines.map((line) => line.amount)).to.deep.equal(ids.map(() => each));
      expect(issued.fine).to.equal(fine);
    });
  }

  it("of a warning without a fine, which is carried out by serving it", () => {
    const warning = s.measure("WARNING");
    const lines = [s.line("v-1", { rule: s.noSource, warning: true })];
    const issued = issuedBy({ lines, measures: [warning] });
    expect(issued).to.deep.include({ fine: "0", power: null });
    expect(issued.content.lines[0]).to.deep.include({ amount: "0", frame: null, warning: true });
  });

  it("of remedies only, as the act is time-barred", () => {
    const issued = issuedBy(s.remedyOnly());
    expect(issued).to.deep.include({ fine: "0", noFineBecause: "TIME_BARRED", power: null });
    expect(issued.content.lines[0]).to.deep.include({ amount: "0", frame: null });
  });

  it("of remedies only, as the time for a decision with a fine has passed", () => {
    s.issuing(s.remedyOnly({ noFineBecause: "DEADLINE_PASSED", decisionDueOn: "2019-09-09" })).thenAccepted();
  });

  it("of a confiscation from nobody known", () => {
    s.issuing(
      s.remedyOnly({
        party: s.nobody,
        noFineBecause: "OFFENDER_UNKNOWN",
        lines: [s.line("n-1")],
        measures: [s.measure("CONFISCATION")],
      }),
    ).thenAccepted();
  });

  it("of remedies only, for which nobody's explanation is awaited", () => {
    const explanation = { state: "OPEN", dueOn: "2019-09-30", asked: false, hearingOn: null } as const;
    s.issuing(s.remedyOnly({ violationCase: s.caseFact({ explanation }) })).thenAccepted();
  });

  it("of remedies only, as the offender is gone", () => {
    s.issuing(s.remedyOnly({ noFineBecause: "OFFENDER_GONE" })).thenAccepted();
  });

  it("on the last day of the limitation and of the deadline", () => {
    s.issuing({ decisionDueOn: s.TODAY, lines: [s.line("v-1", { limitationEndsOn: s.TODAY })] }).thenAccepted();
  });

  it("on the spot, for a small fine, without minutes", () => {
    s.issuing({
      violationCase: s.caseFact({ procedure: "ON_THE_SPOT", minutesMadeOn: null, status: "DETECTED" }),
      decisionDueOn: null,
      lines: [s.line("v-1", { rule: s.noSource, amount: "250000", circumstances: ["MITIGATING_REMEDIED"] })],
    }).thenAccepted();
  });

  it("in the place of an annulled one, after the deadline of the first", () => {
    const issued = issuedBy({ replaces: s.sanctionFact(), decisionDueOn: "2019-09-07" });
    expect(issued.replacesId).to.equal("s-before");
  });

  it("by a deputy to whom the power was delegated", () => {
    const delegation = { number: "07/QĐ-GQXP", decidedOn: s.TODAY };
    s.issuing({ signer: { name: "Phó", post: "DEPARTMENT_CHIEF_INSPECTOR", delegation } }).thenAccepted();
  });

  it("by the unit that succeeded the one with the case, under its name on the day", () => {
    const issuer = {
      ...s.issuer,
      names: [
        { name: "Tên cũ", from: "2010-01-01" },
        { name: "Tên mới", from: "2019-09-11" },
      ],
    };
    const issued = issuedBy({
      issuer,
      issuerAndPredecessors: [s.ISSUER, "u-older"],
      violationCase: s.caseFact({ unitId: "u-older" }),
    });
    expect(issued.issuer.name).to.equal("Tên cũ");
  });

  it("once the offender has explained, or waived it, or the time for it is over", () => {
    for (const explanation of [
      { state: "EXPLAINED", dueOn: "2019-09-30", asked: true, hearingOn: null },
      { state: "WAIVED", dueOn: "2019-09-30", asked: false, hearingOn: null },
      { state: "OPEN", dueOn: "2019-09-09", asked: false, hearingOn: null },
    ] as const) {
      s.issuing({ violationCase: s.caseFact({ explanation }) }).thenAccepted();
    }
  });

  it("with the power over the strongest act told", () => {
    const chief = s.power({ field: "PRESS", instrument: "SANC-PRESS-159" });
    const lines = [s.line("c-1", { rule: s.fewCopies }), s.line("c-2", { rule: s.falseNews, power: chief })];
    const violations = [
      s.act("c-1", { partyId: s.company.partyId, copies: 20 }),
      s.act("c-2", { partyId: s.company.partyId }),
    ];
    const issued = issuedBy({ party: s.company, lines, violationCase: s.caseFact({ violations }) });
    expect(issued.power).to.deep.include({ instrument: "SANC-PRESS-159" });
    expect(issued.fine).to.equal("89000000");
  });
});
