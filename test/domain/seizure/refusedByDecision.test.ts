import type { SeizureEvent } from "../../../src/domain/seizure/events.js";
import { seizure } from "../../../src/domain/seizure/record.js";
import { given } from "../../support/given.js";
import * as x from "./facts.js";

const { decider } = seizure;
const exhibits = (...events: SeizureEvent[]): ReturnType<typeof given<typeof decider>> => given(decider, ...events);
const held = (): SeizureEvent[] => [x.seized(), x.confiscated()];

describe("a confiscation is refused", () => {
  const confiscate = (more: object): x.SeizureStep => x.step("ConfiscateExhibits", { ...x.good.confiscate, ...more });
  const refused = (more: object, code: string, path: (string | number)[]): void =>
    exhibits(x.seized()).when(confiscate(more)).thenRefused(code, path);

  it("by a decision of another case, that does not order it, or that is annulled", () => {
    refused({ sanction: x.sanction({ caseId: "c-2" }) }, "EXHIBITS_OF_ANOTHER_CASE", ["sanctionId"]);
    refused({ sanction: x.sanction({ confiscates: ["s-2"] }) }, "EXHIBITS_NOT_ORDERED_CONFISCATED", ["sanctionId"]);
    refused({ sanction: x.sanction({ annulledOn: "2019-09-05" }) }, "EXHIBITS_NOT_ORDERED_CONFISCATED", ["sanctionId"]);
  });

  it("before the decision was signed", () => {
    refused({ sanction: x.sanction({ signedOn: "2019-09-06" }) }, "EXHIBITS_BEFORE_DECISION", ["confiscatedOn"]);
  });

  it("from nobody known, before the owner was sought", () => {
    const nobody = { sanction: x.sanction({ basis: null }) };
    refused(nobody, "EXHIBITS_OWNER_NOT_SOUGHT", ["sanctionId"]);
    const later = x.event("UnclaimedExhibitsAnnounced", { announcedOn: "2019-09-06", medium: "Báo" });
    exhibits(x.seized(), later).when(confiscate(nobody)).thenRefused("EXHIBITS_OWNER_NOT_SOUGHT", ["sanctionId"]);
  });

  it("of what was not counted, or of more than is in custody", () => {
    refused({ lines: [x.of("l-3", 1)] }, "EXHIBITS_NOT_COUNTED", ["lines", 0, "lineId"]);
    refused({ lines: [x.of("l-1", 101)] }, "EXHIBITS_MORE_THAN_IN_CUSTODY", ["lines", 0, "copies"]);
  });
});

describe("a disposal is refused", () => {
  const disposals = (more: object): x.SeizureStep[] => [
    x.step("DestroyExhibits", { ...x.good.destroy, ...more }),
    x.step("TransferExhibits", { ...x.good.transfer, ...more }),
    x.step("SellExhibits", { ...x.good.sell, ...more }),
  ];
  const refused = (more: object, code: string, history = held()): void => {
    for (const command of disposals(more))
      exhibits(...history)
        .when(command)
        .thenRefused(code);
  };

  it("by a decision of another case, or that confiscates no more", () => {
    refused({ sanction: x.sanction({ caseId: "c-2" }) }, "EXHIBITS_OF_ANOTHER_CASE");
    refused({ sanction: x.annulled() }, "EXHIBITS_NOT_ORDERED_CONFISCATED");
  });

  it("of more than this decision confiscated", () => {
    refused({ lines: [x.of("l-1", 61)] }, "EXHIBITS_MORE_THAN_CONFISCATED");
    refused({}, "EXHIBITS_MORE_THAN_CONFISCATED", [x.seized()]);
    const byAnother = [x.seized(), x.confiscated(60, "d-2")];
    refused({}, "EXHIBITS_MORE_THAN_CONFISCATED", byAnother);
    const some = [...held(), x.destroyed(58)];
    refused({}, "EXHIBITS_MORE_THAN_CONFISCATED", some);
  });

  it("before the confiscation", () => {
    const day = "2019-09-04";
    refused({ destroyedOn: day, transferredOn: day, soldOn: day }, "EXHIBITS_BEFORE_CONFISCATION");
  });

  it("by a council of fewer than three different members", () => {
    for (const council of [["Một", "Hai"], ["Một", "MỘT", "Hai"], []]) {
      exhibits(...held())
        .when(x.step("DestroyExhibits", { ...x.good.destroy, council }))
        .thenRefused("DESTRUCTION_COUNCIL_TOO_SMALL", ["council"]);
    }
  });

  it("by sale, where destruction is ordered; by destruction it is not", () => {
    const sanction = x.sanction({ ordersDestruction: true });
    const [destroy, , sell] = disposals({ sanction });
    if (!destroy || !sell) throw new Error("There are three disposals.");
    exhibits(...held())
      .when(sell)
      .thenRefused("EXHIBITS_TO_BE_DESTROYED", ["sanctionId"]);
    exhibits(...held())
      .when(destroy)
      .thenAccepted();
  });
});

describe("a revocation is refused", () => {
  const refused = (more: object, code: string, path: string[], history = held()): void =>
    exhibits(...history)
      .when(x.step("RevokeConfiscation", { ...x.good.revoke, ...more }))
      .thenRefused(code, path);

  it("while the decision still orders the confiscation", () => {
    refused({ sanction: x.sanction() }, "CONFISCATION_STILL_ORDERED", ["sanctionId"]);
  });

  it("of a decision of another case, or that confiscated nothing here", () => {
    refused({ sanction: x.annulled({ caseId: "c-2" }) }, "EXHIBITS_OF_ANOTHER_CASE", ["sanctionId"]);
    refused({}, "EXHIBITS_NOT_CONFISCATED", ["sanctionId"], [x.seized()]);
  });

  it("before the annulment", () => {
    refused({ revokedOn: "2019-09-06" }, "EXHIBITS_BEFORE_ANNULMENT", ["revokedOn"]);
  });

  it("in favour of itself, or of a decision that does not confiscate these", () => {
    const path = ["carriedOverToId"];
    refused({ carriedOverTo: x.annulled() }, "CONFISCATION_CARRIED_TO_ITSELF", path);
    const next = { sanctionId: "d-2", confiscates: [] };
    refused({ carriedOverTo: x.sanction(next) }, "EXHIBITS_NOT_ORDERED_CONFISCATED", path);
    const elsewhere = x.sanction({ sanctionId: "d-2", caseId: "c-2" });
    refused({ carriedOverTo: elsewhere }, "EXHIBITS_OF_ANOTHER_CASE", path);
  });
});

describe("a correction of the record is refused", () => {
  const split = (more: object): x.SeizureStep => x.step("SplitExhibitLot", { ...x.good.split, ...more });
  const correct = (more: object): x.SeizureStep =>
    x.step("CorrectInventory", { ...x.good.correct, minutesNumber: null, lines: [], ...more });

  it("a split of what was not counted, is sealed, is not there, or is all there is", () => {
    exhibits(x.seized())
      .when(split({ lineId: "l-3" }))
      .thenRefused("EXHIBITS_NOT_COUNTED", ["lineId"]);
    exhibits(x.seized())
      .when(split({ lineId: "l-2" }))
      .thenRefused("EXHIBITS_SEALED", ["lineId"]);
    exhibits(...held())
      .when(split({ copies: 41 }))
      .thenRefused("EXHIBITS_MORE_THAN_IN_CUSTODY", ["copies"]);
    exhibits(...held())
      .when(split({ copies: 40 }))
      .thenRefused("EXHIBIT_SPLIT_TAKES_ALL", ["copies"]);
  });

  it("a merger with itself, of unlike lines, of a touched line, or of what was not counted", () => {
    const merge = (lineId: string, fromLineId: string): x.SeizureStep =>
      x.step("MergeExhibitLots", { lineId, fromLineId, reason: "Gộp" });
    const same = x.line("l-4", { title: "SÁCH L-1" });
    const lines = x.seized([...x.inventory(), same, x.line("l-5", { title: "Sách l-3", unit: "SHEET" })]);
    exhibits(lines).when(merge("l-1", "l-1")).thenRefused("EXHIBIT_LOT_MERGED_WITH_ITSELF", ["fromLineId"]);
    exhibits(lines).when(merge("l-1", "l-2")).thenRefused("EXHIBIT_LOTS_DIFFER", ["fromLineId"]);
    exhibits(lines).when(merge("l-4", "l-3")).thenRefused("EXHIBITS_NOT_COUNTED", ["fromLineId"]);
    exhibits(lines, x.returned(1)).when(merge("l-4", "l-1")).thenRefused("EXHIBIT_LOT_TOUCHED", ["fromLineId"]);
    exhibits(lines, x.returned(1)).when(merge("l-1", "l-4")).thenAccepted();
    const unlike = x.seized([x.line("l-1"), x.line("l-4", { title: "Sách l-1", unit: "SHEET" })]);
    exhibits(unlike).when(merge("l-1", "l-4")).thenRefused("EXHIBIT_LOTS_DIFFER", ["fromLineId"]);
  });

  it("an inventory of fewer than are disposed of", () => {
    const fewer = (copies: number): x.SeizureStep => correct({ lines: [{ lineId: "l-1", copies }] });
    exhibits(...held())
      .when(fewer(59))
      .thenRefused("EXHIBITS_FEWER_THAN_DISPOSED", ["lines", 0, "copies"]);
    exhibits(...held())
      .when(fewer(60))
      .thenAccepted();
  });

  it("a seizure on a coming day, or after what was done with it", () => {
    const on = (seizedOn: string): x.SeizureStep => correct({ seizedOn, dueOn: "2019-09-20" });
    exhibits(x.seized()).when(on("2019-09-11")).thenRefused("OCCURRED_IN_FUTURE", ["seizedOn"]);
    exhibits(...held())
      .when(on("2019-09-06"))
      .thenRefused("SEIZURE_AFTER_ITS_STEPS", ["seizedOn"]);
    exhibits(...held())
      .when(on("2019-09-05"))
      .thenAccepted();
  });

  it("one that changes nothing", () => {
    exhibits(x.seized()).when(correct({})).thenRefused("CORRECTION_CHANGES_NOTHING", []);
    exhibits(x.seized())
      .when(correct({ seizedOn: "2019-09-03", lines: [{ lineId: "l-1", copies: 100 }] }))
      .thenRefused("CORRECTION_CHANGES_NOTHING", []);
  });

  it("voiding what was returned, confiscated, or is gone after a revocation", () => {
    const gone = x.event("ConfiscationRevoked", {
      sanctionId: "d-1",
      revokedOn: "2019-09-08",
      carriedOverTo: null,
      lines: [x.of("l-1", 0)],
      compensable: [x.of("l-1", 60)],
    });
    for (const history of [[x.returned()], [x.confiscated()], [x.confiscated(), x.destroyed(60), gone]]) {
      exhibits(x.seized(), ...history)
        .when(x.step("VoidSeizure", { reason: "Nhầm" }))
        .thenRefused("EXHIBITS_DISPOSED", ["seizureId"]);
    }
  });
});
