import { expect } from "chai";
import type { None } from "../../../src/domain/kernel/history.js";
import type { SeizureEvent } from "../../../src/domain/seizure/events.js";
import { totalsOf } from "../../../src/domain/seizure/quantities.js";
import { seizure } from "../../../src/domain/seizure/record.js";
import type { Seizure } from "../../../src/domain/seizure/seizure.js";
import { given } from "../../support/given.js";
import * as x from "./facts.js";

const { decider } = seizure;
const exhibits = (...events: SeizureEvent[]): ReturnType<typeof given<typeof decider>> => given(decider, ...events);
const { seizureId: _, ...seizedData } = x.seized().data;
const after = (...events: SeizureEvent[]): Seizure => {
  const state = events.reduce<Seizure | None>((before, event) => decider.evolve(before, event), {
    status: "NONE",
  });
  if (state.status === "NONE") throw new Error("There is no seizure.");
  return state;
};
const totals = (lineId: string, ...events: SeizureEvent[]): Record<string, number> => {
  const line = after(...events).lines.find((one) => one.lineId === lineId);
  if (!line) throw new Error(`There is no line ${lineId}.`);
  return Object.fromEntries(Object.entries(totalsOf(line)).filter(([, copies]) => copies !== 0));
};

describe("the exhibits of a seizure", () => {
  it("are seized with their inventory, under the unit's name of that day and the rule of law used", () => {
    exhibits().when(x.seize()).then(x.event("ExhibitsSeized", seizedData));
    expect(after(x.seized()).status).to.equal("IN_CUSTODY");
    expect(totals("l-1", x.seized())).to.deep.equal({ seized: 100, inCustody: 100 });
  });

  it("stay longer, first for the ordinary time, then as a complex case", () => {
    const { rule: _rule, wasTransferred: _was, reason, ...extended } = x.good.extend;
    const law = { ...seizedData.law, key: "SEIZURE_EXTENSION" };
    const ordinary = x.event("SeizureExtended", { ...extended, law }, reason);
    exhibits(x.seized()).when(x.step("ExtendSeizure", x.good.extend)).then(ordinary);
    expect(after(x.seized(), ordinary)).to.include({ dueOn: "2019-10-03" });
    const complex = { ...x.good.extend, extension: "COMPLEX", extendedOn: "2019-09-10", dueOn: "2019-11-04" } as const;
    exhibits(x.seized(), ordinary).when(x.step("ExtendSeizure", complex)).thenAccepted();
  });

  it("stay longer where the file was passed on, once, before the ordinary time", () => {
    const passed = { ...x.good.extend, extension: "TRANSFERRED", dueOn: "2019-09-16", wasTransferred: true } as const;
    exhibits(x.seized())
      .when(x.step("ExtendSeizure", { ...passed, wasTransferred: false }))
      .thenRefused("SEIZURE_CASE_NOT_TRANSFERRED", ["extension"]);
    exhibits(x.seized()).when(x.step("ExtendSeizure", passed)).thenAccepted();
    const { rule: _rule, wasTransferred: _was, reason, ...extended } = passed;
    const told = x.event(
      "SeizureExtended",
      { ...extended, law: { ...seizedData.law, key: "SEIZURE_TRANSFERRED" } },
      reason,
    );
    exhibits(x.seized(), told).when(x.step("ExtendSeizure", x.good.extend)).thenAccepted();
    exhibits(x.seized(), told)
      .when(x.step("ExtendSeizure", passed))
      .thenRefused("SEIZURE_EXTENSION_OUT_OF_ORDER", ["extension"]);
    exhibits(x.seized(), told)
      .when(x.step("ExtendSeizure", { ...x.good.extend, extension: "COMPLEX", dueOn: "2019-11-04" }))
      .thenRefused("SEIZURE_EXTENSION_OUT_OF_ORDER", ["extension"]);
  });

  it("are counted: an estimate becomes exact, as a correction of the minutes", () => {
    const counted = x.event(
      "ExhibitsCounted",
      {
        countedOn: "2019-09-05",
        minutesNumber: "02/BB-KK",
        lines: [{ lineId: "l-3", counted: 2682, difference: 82, as: "CORRECTION" }],
      },
      "Đếm lại",
    );
    exhibits(x.seized()).when(x.step("CountExhibits", x.good.count)).then(counted);
    expect(totals("l-3", x.seized(), counted)).to.deep.equal({ seized: 2682, inCustody: 2682 });
    expect(after(x.seized(), counted).lines[2]?.estimated).to.equal(false);
  });

  it("are counted: copies that are not there any more are a discrepancy", () => {
    const counted = (difference: number): SeizureEvent =>
      x.event("ExhibitsCounted", {
        countedOn: "2019-09-05",
        minutesNumber: "02/BB-KK",
        lines: [{ lineId: "l-1", counted: 100 + difference, difference, as: "DISCREPANCY" }],
      });
    const count = { ...x.good.count, counts: [x.of("l-1", 96)], difference: "DISCREPANCY" } as const;
    exhibits(x.seized()).when(x.step("CountExhibits", count)).thenAccepted();
    expect(totals("l-1", x.seized(), counted(-4))).to.deep.equal({
      seized: 100,
      inCustody: 96,
      missing: 4,
      discrepancy: 4,
    });
    expect(totals("l-1", x.seized(), counted(2))).to.deep.equal({
      seized: 100,
      inCustody: 102,
      surplus: 2,
      discrepancy: -2,
    });
  });

  it("are counted and found as recorded: nothing is to be explained", () => {
    const count = { ...x.good.count, counts: [x.of("l-1", 100)], difference: null, reason: null };
    exhibits(x.seized()).when(x.step("CountExhibits", count)).thenAccepted();
  });

  it("are moved, some lines or all of which anything is held", () => {
    exhibits(x.seized()).when(x.step("MoveExhibits", x.good.move)).then(x.event("ExhibitsMoved", x.good.move));
    const all = { ...x.good.move, lineIds: null };
    exhibits(x.seized(), x.returned(100))
      .when(x.step("MoveExhibits", all))
      .then(x.event("ExhibitsMoved", { ...all, lineIds: ["l-2", "l-3"] }));
    expect(after(x.seized(), x.event("ExhibitsMoved", x.good.move)).lines.map((line) => line.place)).to.deep.equal([
      "Kho B",
      "Kho Sở",
      "Kho Sở",
    ]);
  });

  it("are unsealed before witnesses and sealed again", () => {
    const { reason, ...opened } = x.good.unseal;
    const unsealed = x.event("ExhibitsUnsealed", opened, reason);
    exhibits(x.seized()).when(x.step("UnsealExhibits", x.good.unseal)).then(unsealed);
    const again = { ...x.good.reseal, seals: [{ lineId: "l-2", sealNumber: "NP-08" }] };
    const resealed = x.event("ExhibitsResealed", again);
    exhibits(x.seized(), unsealed).when(x.step("ResealExhibits", again)).then(resealed);
    expect(after(x.seized(), unsealed).lines[1]?.sealNumber).to.equal(null);
    expect(after(x.seized(), unsealed, resealed).lines[1]?.sealNumber).to.equal("NP-08");
  });

  it("are returned", () => {
    const back = x.event("ExhibitsReturned", x.good.give);
    exhibits(x.seized()).when(x.step("ReturnExhibits", x.good.give)).then(back);
    expect(totals("l-1", x.seized(), back)).to.deep.equal({ seized: 100, inCustody: 90, returned: 10 });
  });

  it("are confiscated by a decision, and then destroyed, transferred and sold", () => {
    exhibits(x.seized()).when(x.step("ConfiscateExhibits", x.good.confiscate)).then(x.confiscated());
    const { sanction: _d, ...destroyed } = x.good.destroy;
    const { sanction: _t, ...transferred } = x.good.transfer;
    const { sanction: _s, ...sold } = x.good.sell;
    const by = { sanctionId: "d-1" };
    const held = exhibits(x.seized(), x.confiscated());
    held.when(x.step("DestroyExhibits", x.good.destroy)).then(x.event("ExhibitsDestroyed", { ...by, ...destroyed }));
    held
      .when(x.step("TransferExhibits", x.good.transfer))
      .then(x.event("ExhibitsTransferred", { ...by, ...transferred }));
    held.when(x.step("SellExhibits", x.good.sell)).then(x.event("ExhibitsSold", { ...by, ...sold }));
    const all = [
      x.seized(),
      x.confiscated(),
      x.destroyed(),
      x.event("ExhibitsTransferred", { ...by, ...transferred }),
      x.event("ExhibitsSold", { ...by, ...sold }),
    ];
    expect(totals("l-1", ...all)).to.deep.equal({
      seized: 100,
      inCustody: 40,
      confiscated: 60,
      held: 40,
      destroyed: 10,
      transferred: 5,
      sold: 5,
    });
  });

  it("of nobody known are confiscated after a public notice", () => {
    const announced = x.event("UnclaimedExhibitsAnnounced", x.good.announce);
    exhibits(x.seized()).when(x.step("AnnounceUnclaimedExhibits", x.good.announce)).then(announced);
    const nobody = { ...x.good.confiscate, sanction: x.sanction({ basis: null }) };
    exhibits(x.seized(), announced).when(x.step("ConfiscateExhibits", nobody)).thenAccepted();
  });

  it("go missing in custody, or after confiscation, or are found in excess", () => {
    const { reason, ...missing } = x.good.discrepancy;
    const recorded = x.event("ExhibitDiscrepancyRecorded", missing, reason);
    exhibits(x.seized()).when(x.step("RecordExhibitDiscrepancy", x.good.discrepancy)).then(recorded);
    expect(totals("l-1", x.seized(), recorded)).to.include({ seized: 100, inCustody: 97, missing: 3, discrepancy: 3 });
    const ruined = x.event("ExhibitDiscrepancyRecorded", { ...missing, kind: "DAMAGED", sanctionId: "d-1" });
    exhibits(x.seized(), x.confiscated())
      .when(x.step("RecordExhibitDiscrepancy", { ...x.good.discrepancy, kind: "DAMAGED", sanctionId: "d-1" }))
      .thenAccepted();
    expect(totals("l-1", x.seized(), x.confiscated(), ruined)).to.include({ confiscated: 60, held: 57, lost: 3 });
    const more = x.event("ExhibitDiscrepancyRecorded", { ...missing, kind: "SURPLUS" });
    expect(totals("l-1", x.seized(), more)).to.include({ seized: 100, inCustody: 103, surplus: 3, discrepancy: -3 });
  });

  it("come back into custody when the decision is annulled; for those gone, compensation is due", () => {
    const { sanction: _s, reason, ...given } = x.good.revoke;
    const revoked = x.event(
      "ConfiscationRevoked",
      { sanctionId: "d-1", ...given, lines: [x.of("l-1", 50)], compensable: [x.of("l-1", 10)] },
      reason,
    );
    exhibits(x.seized(), x.confiscated(), x.destroyed())
      .when(x.step("RevokeConfiscation", x.good.revoke))
      .then(revoked);
    expect(totals("l-1", x.seized(), x.confiscated(), x.destroyed(), revoked)).to.deep.equal({
      seized: 100,
      inCustody: 90,
      destroyed: 10,
      compensable: 10,
      discrepancy: 10,
    });
  });

  it("stay confiscated when another decision replaces the annulled one", () => {
    const { reason } = x.good.revoke;
    const carried = x.event(
      "ConfiscationRevoked",
      {
        sanctionId: "d-1",
        revokedOn: "2019-09-08",
        carriedOverTo: { sanctionId: "d-2", decisionNumber: "14/QĐ-XPVPHC" },
        lines: [],
        compensable: [],
      },
      reason,
    );
    const carriedOverTo = x.sanction({ sanctionId: "d-2", numberText: "14/QĐ-XPVPHC" });
    exhibits(x.seized(), x.confiscated(), x.destroyed())
      .when(x.step("RevokeConfiscation", { ...x.good.revoke, carriedOverTo }))
      .then(carried);
    const history = [x.seized(), x.confiscated(), x.destroyed(), carried];
    expect(totals("l-1", ...history)).to.deep.equal(totals("l-1", ...history.slice(0, 3)));
    expect(after(...history).lines[0]?.confiscations.map((one) => one.sanctionId)).to.deep.equal(["d-2"]);
  });

  it("are split into lots, which are still one title, and merged again", () => {
    const { reason, ...parts } = x.good.split;
    const split = x.event("ExhibitLotSplit", parts, reason);
    exhibits(x.seized()).when(x.step("SplitExhibitLot", x.good.split)).then(split);
    expect(totals("l-1", x.seized(), split)).to.deep.equal({ seized: 70, inCustody: 70 });
    expect(totals("l-9", x.seized(), split)).to.deep.equal({ seized: 30, inCustody: 30 });
    expect(after(x.seized(), split).lines[1]).to.include({ lineId: "l-9", rootId: "l-1", place: "Kho B" });
    const merge = { lineId: "l-1", fromLineId: "l-9", reason: "Nhập lại" };
    const merged = x.event("ExhibitLotsMerged", { lineId: "l-1", fromLineId: "l-9" }, "Nhập lại");
    exhibits(x.seized(), split).when(x.step("MergeExhibitLots", merge)).then(merged);
    expect(totals("l-1", x.seized(), split, merged)).to.deep.equal({ seized: 100, inCustody: 100 });
    expect(after(x.seized(), split, merged).lines).to.have.length(3);
  });

  it("are corrected in the minutes: only what is different is told", () => {
    const { reason } = x.good.correct;
    const same = { minutesNumber: "15/BB-TG", grounds: "VERIFICATION", dueOn: null } as const;
    const lines = [
      { lineId: "l-1", copies: 110, title: "Sách l-1" },
      { lineId: "l-2", copies: 40 },
    ];
    const corrected = x.event(
      "InventoryCorrected",
      { minutes: { minutesNumber: "15/BB-TG" }, lines: [{ lineId: "l-1", changes: { copies: 110 } }] },
      reason,
    );
    exhibits(x.seized())
      .when(x.step("CorrectInventory", { ...same, lines, reason }))
      .then(corrected);
    expect(totals("l-1", x.seized(), x.returned(10), corrected)).to.deep.equal({
      seized: 110,
      inCustody: 100,
      returned: 10,
    });
  });

  it("seized on another day are due on another day", () => {
    const moved = { seizedOn: "2019-09-02", lines: [], dueOn: "2019-09-09", reason: "Sai ngày" };
    exhibits(x.seized())
      .when(x.step("CorrectInventory", moved))
      .then(
        x.event(
          "InventoryCorrected",
          { minutes: { seizedOn: "2019-09-02", dueOn: "2019-09-09" }, lines: [] },
          "Sai ngày",
        ),
      );
  });

  it("entered by mistake are voided", () => {
    exhibits(x.seized())
      .when(x.step("VoidSeizure", { reason: "Nhập nhầm" }))
      .then(x.voided());
  });

  it("stand where their quantities say", () => {
    const one = x.seized([x.line("l-1")]);
    expect(after(one, x.confiscated(60)).status).to.equal("IN_CUSTODY");
    expect(after(one, x.confiscated(60), x.returned(40)).status).to.equal("CONFISCATED");
    expect(after(one, x.confiscated(60), x.returned(40), x.destroyed(60)).status).to.equal("CLOSED");
    expect(after(one, x.voided()).status).to.equal("VOIDED");
  });
});
