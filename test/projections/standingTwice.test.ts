import { expect } from "chai";
import type { PressAgencyEvent } from "../../src/domain/pressAgency/events.js";
import type { ReporterEvent } from "../../src/domain/reporter/events.js";
import type { SanctionEvent } from "../../src/domain/sanction/events.js";
import { standingTwice } from "../../src/projections/readModel/standingTwice.js";
import * as s from "../domain/sanction/decisionScript.js";
import { card } from "../support/facts.js";
import { TestReadModel } from "../support/readModel.js";

describe("what stands twice though it may stand once", () => {
  let model: TestReadModel;
  beforeEach(() => (model = new TestReadModel()));

  const agency = (agencyId: string, name: string): unknown =>
    model.tell<PressAgencyEvent>(`pressAgency-${agencyId}`, {
      type: "PressAgencyRegistered",
      data: {
        ...{ agencyId, name, kinds: ["PRINT"], level: "LOCAL", governingBody: "Sở" },
        ...{ licenceNumber: null, registeredOn: "2018-01-01" },
      },
    });
  const carded = (reporterId: string, number: string): unknown =>
    model.tell<ReporterEvent>(
      `reporter-${reporterId}`,
      {
        type: "ReporterRegistered",
        data: { reporterId, name: "A", kind: "CARD_HOLDER", agencyId: "a", agencyName: "Báo", since: "2018-01-01" },
      },
      { type: "PressCardRecorded", data: { reporterId, ...card, number } },
    );
  const decision = (sanctionId: string, ...violationIds: readonly string[]): unknown =>
    model.tell<SanctionEvent>(
      `sanction-${sanctionId}`,
      ...s.eventsOf(s.issueCommand({ sanctionId, lines: violationIds.map((id) => s.line(id)) })),
    );

  it("is nothing, as a rule", () => {
    agency("a", "Báo Một");
    agency("b", "Báo Hai");
    carded("r", "IBT1");
    carded("q", "IBT2");
    decision("d", "v-1", "v-2");
    decision("e", "v-3");
    expect(standingTwice(model.db, "2026-11-30")).to.deep.equal([]);
  });

  it("is named by the records at which it stands, until one of them is corrected", () => {
    agency("a", "Báo Một");
    agency("b", "BÁO MỘT");
    carded("r", "IBT1");
    carded("q", "IBT1");
    decision("d", "v-1", "v-2");
    decision("e", "v-2");
    expect(standingTwice(model.db, "2026-11-30")).to.deep.equal([
      { what: "press card", records: ["Reporter:q", "Reporter:r"] },
      { what: "name of a press agency", records: ["PressAgency:a", "PressAgency:b"] },
      { what: "act", records: ["Sanction:d", "Sanction:e"] },
    ]);
    const end = { legalBasis: "QĐ", effectiveOn: "2019-01-01" };
    model.tell<PressAgencyEvent>("pressAgency-b", { type: "PressAgencyClosed", data: { agencyId: "b", ...end } });
    model.tell<ReporterEvent>("reporter-q", {
      type: "ReporterMerged",
      data: { reporterId: "q", intoId: "r", intoName: "A" },
    });
    model.tell<SanctionEvent>("sanction-e", {
      type: "SanctionAnnulled",
      data: { sanctionId: "e", number: null, ground: "WRONG_PROCEDURE", complaintId: null },
    });
    expect(standingTwice(model.db, "2026-11-30")).to.deep.equal([]);
  });
});
