import { expect } from "chai";
import { dayOfEvent, sentenceOf } from "../../../src/domain/kernel/history.js";
import { type SanctionEvent, sanctionEvents } from "../../../src/domain/sanction/events.js";
import * as s from "./decisionScript.js";

const DAY = "2019-09-05";
const complaintId = "complaint-1";
const law = { key: "EXECUTION", instrument: "AVH-2012", validFrom: "2013-07-01" } as const;
const row = { ...law, origin: "SHIPPED", confidence: "HIGH" } as const;
const [issued] = s.signed();

/** Each told on 10 September of what happened five days before. */
const OF_THE_DAY: readonly SanctionEvent[] = [
  ...(issued?.type === "SanctionIssued" ? [{ ...issued, data: { ...issued.data, signedOn: DAY } }] : []),
  s.event("SanctionServed", { receivedOn: DAY, executionDueOn: "2019-09-20", law: row }),
  s.event("SanctionServiceUnproven", { sentOn: DAY, document: "5/PG", executionDueOn: "2019-09-21", law: row }),
  s.event("SanctionPublished", { publicationId: "p-1", publishedOn: DAY, medium: "Báo Thanh Hóa", address: null }),
  s.event("SanctionMeasureRecorded", { measureId: "m-1", state: "DONE", doneOn: DAY, note: null }),
  s.event("SanctionExecutionSuspended", { from: DAY, complaintId, ground: "Chờ giải quyết" }),
  s.event("SanctionExecutionResumed", { from: DAY, complaintId }),
  ...[s.paid("3750000")].map((one) => ({ ...one, data: { ...one.data, paidOn: DAY } }) as SanctionEvent),
  s.event("FineRefunded", { refundId: "r-1", amount: "1250000", refundedOn: DAY, document: "05/LCT" }),
  s.event("FinePostponed", { from: DAY, to: "2019-11-05", document: "03/QĐ", law: [row] }),
  s.event("FineInstalmentsGranted", {
    grantedOn: DAY,
    instalments: [{ dueOn: "2019-10-01", amount: "3750000" }],
    document: "04/QĐ",
    law: [row],
  }),
  s.event("FineInstalmentsRequested", { requestedOn: DAY, requestText: "Khó khăn" }),
  s.event("FineInstalmentsRefused", { refusedOn: DAY, document: "04/TB" }),
  s.event("FineReductionRequested", { requestedOn: DAY, requestText: "Khó khăn" }),
  s.event("FineReductionRefused", { refusedOn: DAY, document: "05/QĐ" }),
  s.event("FineReduced", { by: "1000000", grantedOn: DAY, document: "06/QĐ" }),
  s.event("FineEnforcementStarted", { measure: "ACCOUNT_DEDUCTION", startedOn: DAY, document: "07/QĐ" }),
  s.event("FineEvasionRecorded", { from: DAY, to: null, note: "Đi khỏi nơi cư trú" }),
  s.event("FineLapsed", { ground: "DEATH", lapsedOn: DAY, amount: "2750000" }),
  s.event("ComplaintLodged", { complaintId, stage: "FIRST", lodgedOn: DAY, grounds: "Sai", lodgedBy: "Ông A" }),
  s.event("ComplaintAccepted", { complaintId, acceptedOn: DAY, resolutionDueOn: "2019-10-05", law: row }),
  s.event("ComplaintRejected", { complaintId, ground: "OUT_OF_TIME", rejectedOn: DAY }),
  s.event("ComplaintWithdrawn", { complaintId, withdrawnOn: DAY }),
  s.event("ComplaintResolved", { complaintId, result: "UPHELD", resolvedOn: DAY, document: "9/QĐ-GQKN" }),
];

/** Papers that bear no day of their own but that of their signing, which is when they occurred. */
const OF_THEIR_SIGNING: readonly SanctionEvent[] = [
  s.event("SanctionCorrected", { number: s.numberOf("3", "QĐ-ĐCXP"), what: "số 7", corrected: "số 9" }),
  s.event("SanctionAmended", {
    number: null,
    content: { lines: [], measures: [] },
    fine: "2500000",
    signer: null,
    complaintId,
  }),
  s.annulled(),
];

/** What speaks of the record, and of no day. */
const OF_NO_DAY: readonly SanctionEvent[] = [
  s.event("SanctionPublicationTakenBack", { publicationId: "p-1" }),
  s.event("SanctionEntryTakenBack", { entries: [1], said: { vi: "Giao quyết định.", en: "It was served." } }),
];
const ALL = [...OF_THE_DAY, ...OF_THEIR_SIGNING, ...OF_NO_DAY];

describe("what happens to a decision", () => {
  it("counts from the day that it bears, whenever it was entered", () => {
    const days = OF_THE_DAY.map((event) => [event.type, dayOfEvent(sanctionEvents, event)]);
    expect(days).to.deep.equal(OF_THE_DAY.map(({ type }) => [type, DAY]));
    for (const event of OF_THEIR_SIGNING) expect(dayOfEvent(sanctionEvents, event), event.type).to.equal(s.TODAY);
    for (const event of OF_NO_DAY) expect(dayOfEvent(sanctionEvents, event), event.type).to.equal(null);
    const told = ALL.map(({ type }) => type);
    expect([...told].sort()).to.deep.equal(Object.keys(sanctionEvents).sort());
  });

  it("is told with its days, sums and numbers as papers have them, and without names", () => {
    const said = ALL.map((event) => sentenceOf(sanctionEvents[event.type], event.data));
    for (const { vi, en } of said) {
      expect(`${vi} ${en}`).not.to.match(/\d{4}-\d\d|\d{5}|[A-Z]+_[A-Z]|undefined|Ông A|Nhà sách/);
      expect(vi).to.match(/^\p{Lu}.*\.$/u);
      expect(en).to.match(/^[\p{Lu}\d].*\.$/u);
    }
    expect(sentenceOf(sanctionEvents.FinePostponed, { from: DAY, to: "2019-11-05" })).to.deep.equal({
      vi: "Hoãn thi hành quyết định phạt tiền từ ngày 05/9/2019 đến hết ngày 05/11/2019.",
      en: "The payment of the fine was postponed from 5 September 2019 to 5 November 2019.",
    });
  });
});
