import { expect } from "chai";
import type { Sanction } from "../../../src/domain/sanction/sanction.js";
import { referenceTo } from "../../../src/domain/law/lawBook.js";
import * as s from "./decisionScript.js";

const paper = (number: string, symbol: string) =>
  ({ issuer: s.issuer, reason: "Sai sót", drawn: s.numberOf(number, symbol) }) as const;
const serving = (more: Partial<Parameters<typeof s.step<"ServeSanction">>[1]> = {}) =>
  s.step("ServeSanction", {
    receivedOn: s.TODAY,
    executionDueOn: "2019-09-20",
    lawfulDueOn: "2019-09-20",
    rule: s.execution,
    way: "HANDED_OVER",
    thirdSentOn: null,
    deemedFrom: null,
    interestAfter: more.executionDueOn ?? "2019-09-20",
    movedDueDay: s.inFavour,
    ...more,
  });
const correcting = (more: Partial<Parameters<typeof s.step<"CorrectSanction">>[1]> = {}) =>
  s.step("CorrectSanction", { what: "số 7 phố A", corrected: "số 9 phố A", ...paper("3", "QĐ-ĐCXP"), ...more });
const amending = (more: Partial<Parameters<typeof s.step<"AmendSanction">>[1]> = {}, meta = {}) =>
  s.step(
    "AmendSanction",
    {
      lines: [s.line("v-1", { amount: "2500000", circumstances: ["MITIGATING_REMEDIED"] })],
      others: [],
      toFrameEnd: s.freely,
      measures: [],
      violationCase: s.caseFact(),
      seizures: [],
      standing: [],
      staying: [],
      signer: null,
      ...paper("1", "QĐ-SĐXP"),
      ...more,
    },
    meta,
  );
const annulling = (more: Partial<Parameters<typeof s.step<"AnnulSanction">>[1]> = {}, meta = {}) =>
  s.step("AnnulSanction", { ground: "WRONG_SUBJECT", ...paper("1", "QĐ-HBXP"), ...more }, meta);
const recording = (more: Partial<Parameters<typeof s.step<"RecordSanctionMeasure">>[1]> = {}) =>
  s.step("RecordSanctionMeasure", { measureId: "m-REMEDY", state: "DONE", doneOn: s.TODAY, note: null, ...more });
const suspending = (more: Partial<Parameters<typeof s.step<"SuspendSanctionExecution">>[1]> = {}) =>
  s.step("SuspendSanctionExecution", {
    from: s.TODAY,
    complaintId: null,
    reason: "Chờ giải quyết",
    pausesInterest: s.inFavour,
    ...more,
  });
const resuming = (more: Partial<Parameters<typeof s.step<"ResumeSanctionExecution">>[1]> = {}) =>
  s.step("ResumeSanctionExecution", { from: s.TODAY, complaintId: null, reason: "Hết lý do", ...more });

const publishing = (more: Partial<Parameters<typeof s.step<"PublishSanction">>[1]> = {}) =>
  s.step("PublishSanction", {
    publicationId: "p-1",
    publishedOn: s.TODAY,
    medium: "Báo Thanh Hóa",
    address: null,
    ...more,
  });
const published = () =>
  s.event("SanctionPublished", {
    publicationId: "p-1",
    publishedOn: s.TODAY,
    medium: "Báo Thanh Hóa",
    address: null,
  });
const takingBack = (publicationId = "p-1") =>
  s.step("TakeBackSanctionPublication", { publicationId, reason: "Ghi nhầm" });

const standing = (...history: Parameters<typeof s.stateOf>): Sanction => {
  const state = s.stateOf(...history);
  if (state.status === "NONE") throw new Error("A decision was expected.");
  return state;
};
const suspended = () =>
  s.event("SanctionExecutionSuspended", { from: "2019-09-09", complaintId: null, ground: "Chờ giải quyết" });
const destroying = s.measure("REMEDY");
const BEFORE_SIGNING = "2019-09-08";
const TOMORROW = "2019-09-11";

describe("a signed decision", () => {
  it("is not there before it is issued", () => {
    s.after().when(serving()).thenRefused("SANCTION_NOT_FOUND", ["sanctionId"]);
  });

  describe("is served", () => {
    it("and the offender has until the deadline as notified", () => {
      s.after(...s.signed())
        .when(serving({ executionDueOn: "2019-09-30" }))
        .then(servedOn("2019-09-30"));
    });
    it("which carries out its warnings", () => {
      const lines = [s.line("v-1", { rule: s.noSource, warning: true })];
      const history = s.signed({ lines, measures: [s.measure("WARNING")] });
      s.after(...history)
        .when(serving())
        .then(
          servedOn("2019-09-20"),
          s.event("SanctionMeasureRecorded", { measureId: "m-WARNING", state: "DONE", doneOn: s.TODAY, note: null }),
        );
    });
    it("once, not ahead, not before it was signed, and with no less time than the law gives", () => {
      const signed = s.after(...s.signed());
      signed.when(serving({ receivedOn: TOMORROW })).thenRefused("SANCTION_DAY_IN_FUTURE", ["receivedOn"]);
      signed.when(serving({ receivedOn: BEFORE_SIGNING })).thenRefused("SANCTION_DAY_BEFORE_SIGNING", ["receivedOn"]);
      const short = serving({ executionDueOn: "2019-09-19" });
      signed.when(short).thenRefused("SANCTION_EXECUTION_DUE_TOO_EARLY", ["executionDueOn"]);
      s.after(...s.signed(), s.served())
        .when(serving())
        .thenRefused("SANCTION_STATUS_FORBIDS", ["sanctionId"]);
    });
    it("or counts as served: posted up, refused, or ten days after its third sending came back", () => {
      const signed = s.after(...s.signed());
      signed.when(serving({ way: "POSTED_UP" })).then(servedOn("2019-09-20", { way: "POSTED_UP" }));
      const returned = { way: "RETURNED", thirdSentOn: "2019-09-09" } as const;
      signed.when(serving({ ...returned, deemedFrom: s.TODAY })).thenAccepted();
      signed
        .when(serving({ ...returned, deemedFrom: TOMORROW }))
        .thenRefused("SANCTION_NOT_DEEMED_SERVED_YET", ["receivedOn"]);
      signed.when(serving({ way: "RETURNED" })).thenRefused("SANCTION_SERVICE_NEEDS_SENDING", ["thirdSentOn"]);
      signed
        .when(serving({ thirdSentOn: "2019-09-09" }))
        .thenRefused("SANCTION_SERVICE_TAKES_NO_SENDING", ["thirdSentOn"]);
    });
    it("or nothing proves its receipt: interest runs, enforcement and complaints wait for its service", () => {
      const unproven = s.step("RecordUnprovenService", {
        sentOn: s.TODAY,
        document: "Phiếu gửi 5",
        executionDueOn: "2019-09-21",
        rule: s.execution,
      });
      const told = s.event("SanctionServiceUnproven", {
        sentOn: s.TODAY,
        document: "Phiếu gửi 5",
        executionDueOn: "2019-09-21",
        law: lawOfExecution,
      });
      s.after(...s.signed())
        .when(unproven)
        .then(told);
      const state = standing(...s.signed(), told);
      expect([state.status, state.receivedOn, state.interestAfter]).to.deep.equal(["SIGNED", null, "2019-09-21"]);
      s.after(...s.signed(), told)
        .when(unproven)
        .thenRefused("SANCTION_SERVICE_UNPROVEN_ALREADY", ["sanctionId"]);
      s.after(...s.signed(), told)
        .when(serving())
        .thenAccepted();
      expect(standing(...s.signed(), told, s.paid("3750000")).status).to.equal("EXECUTED");
      s.after(...s.signed(), told, s.paid("3750000"))
        .when(serving())
        .thenAccepted();
    });
  });

  describe("is corrected", () => {
    it("by a paper with a number of its own", () => {
      s.after(...s.signed())
        .when(correcting())
        .then(
          s.event(
            "SanctionCorrected",
            { number: s.numberOf("3", "QĐ-ĐCXP"), what: "số 7 phố A", corrected: "số 9 phố A" },
            "Sai sót",
          ),
        );
    });
    it("in something, by an issuer that exists, with a number at last", () => {
      const signed = s.after(...s.signed());
      const same = correcting({ what: "số 9 phố A " });
      signed.when(same).thenRefused("SANCTION_CORRECTION_CHANGES_NOTHING", ["corrected"]);
      signed.when(correcting({ issuer: { ...s.issuer, endsOn: s.TODAY } })).thenRefused("UNIT_ENDED", ["issuerId"]);
      signed.when(correcting({ drawn: null })).thenLacksNumber();
    });
  });

  describe("is amended", () => {
    it("to another content from now on, and what was paid beyond the new fine is owed back", () => {
      const history = [...s.signed(), s.served(), s.paid("3750000")];
      const after = standing(...history, ...amended());
      expect(after.lines[0]?.amount).to.equal("2500000");
      expect(after.fine).to.deep.include({ decided: 2_500_000n, collected: 2_500_000n, refundDue: 1_250_000n });
    });
    it("and a measure that stays keeps how far it got", () => {
      const history = [...s.signed({ measures: [destroying] }), done()];
      const measures = [destroying, s.measure("CONFISCATION")];
      const events = decidedOn(history, amending({ measures, staying: ["m-REMEDY"] }));
      const after = standing(...history, ...events);
      expect(after.measures.map(({ kind, state, doneOn }) => [kind, state, doneOn])).to.deep.equal([
        ["REMEDY", "DONE", s.TODAY],
        ["CONFISCATION", "ORDERED", null],
      ]);
    });
    it("and a warning that stays is the same warning", () => {
      const warned = [s.line("v-1", { rule: s.noSource, warning: true })];
      const history = s.signed({ lines: warned, measures: [s.measure("WARNING")] });
      const lines = [...warned, s.line("v-2")];
      const events = decidedOn(history, amending({ lines, measures: [s.measure("WARNING", {}, "m-new")] }));
      expect(standing(...history, ...events).measures.map((one) => one.measureId)).to.deep.equal(["m-WARNING"]);
    });
    it("for an act that was decided in time, also after its limitation", () => {
      const mitigated = { amount: "2500000", circumstances: ["MITIGATING_HARDSHIP"] } as const;
      const late = s.line("v-1", { ...mitigated, limitationEndsOn: "2019-09-09" });
      s.after(...s.signed())
        .when(amending({ lines: [late] }))
        .thenAccepted();
      const more = [late, s.line("v-2", { limitationEndsOn: "2019-09-09" })];
      s.after(...s.signed())
        .when(amending({ lines: more }))
        .thenRefused("SANCTION_TIME_BARRED", ["lines", 1]);
    });
    it("only to what could have been decided", () => {
      const signed = s.after(...s.signed({ measures: [destroying] }));
      const refused = (code: string, more: Parameters<typeof amending>[0]) =>
        signed.when(amending(more)).thenRefused(code);
      refused("SANCTION_AMOUNT_OUTSIDE_FRAME", { lines: [s.line("v-1", { amount: "5000001" })] });
      refused("SANCTION_BEYOND_POWER", { lines: [s.line("v-1", { power: s.power({ maxIndividual: "1" }) })] });
      refused("SANCTION_ACT_NOT_OF_PARTY", { lines: [s.line("c-1")] });
      refused("SANCTION_ACT_ALREADY_DECIDED", { standing: [{ sanctionId: "s-2", violationIds: ["v-1"] }] });
      refused("SANCTION_MEASURE_NOT_FOUND", { staying: ["m-of-another"] });
      refused("SANCTION_MEASURE_NOT_FOUND", { measures: [s.measure("CONFISCATION", {}, "m-REMEDY")] });
      refused("SANCTION_AMENDED_ON_OTHER_CASE", { violationCase: s.caseFact({ caseId: "other" }) });
      refused("SANCTION_AMENDMENT_CHANGES_NOTHING", { lines: [s.line()], measures: [destroying] });
      refused("UNIT_ENDED", { issuer: { ...s.issuer, endsOn: s.TODAY } });
      refused("SANCTION_POST_NOT_DELEGATED", {
        signer: { name: "A", post: "INSPECTOR", delegation: { number: "1", decidedOn: s.TODAY } },
      });
      signed.when(amending({ drawn: null })).thenLacksNumber();
    });
  });

  describe("is annulled", () => {
    it("as a whole, on a ground, and keeps its number", () => {
      const history = [...s.signed(), s.served(), s.paid("3750000")];
      const ground = "WRONG_SUBJECT" as const;
      const told = { number: s.numberOf("1", "QĐ-HBXP"), ground, complaintId: null };
      s.after(...history)
        .when(annulling())
        .then(s.event("SanctionAnnulled", told, "Sai sót"));
      const after = standing(...history, s.annulled());
      expect(after.number.text).to.equal("12/QĐ-XPVPHC");
      expect(after.fine).to.deep.include({ decided: 0n, collected: 0n, refundDue: 3_750_000n });
    });
    it("and nothing more is done about it", () => {
      const gone = s.after(...s.signed({ measures: [destroying] }), suspended(), s.annulled());
      const { measures } = standing(...s.signed({ measures: [destroying] }), s.annulled());
      expect(measures.map(({ state }) => state))
        .to.include("DROPPED")
        .and.not.include("ORDERED");
      for (const step of [serving(), correcting(), amending(), annulling(), recording(), suspending(), resuming()]) {
        gone.when(step).thenRefused("SANCTION_STATUS_FORBIDS", ["sanctionId"]);
      }
    });
    it("by an issuer that exists, with a number at last, and not before it was signed", () => {
      const signed = s.after(...s.signed());
      signed.when(annulling({ issuer: { ...s.issuer, endsOn: s.TODAY } })).thenRefused("UNIT_ENDED", ["issuerId"]);
      signed.when(annulling({ drawn: null })).thenLacksNumber();
      const earlier = { occurredAt: "2019-09-08T03:00:00.000Z", lateEntryReason: "Nhập muộn" };
      signed.when(annulling({}, earlier)).thenRefused("SANCTION_DAY_BEFORE_SIGNING", ["occurredAt"]);
    });
  });

  describe("is carried out", () => {
    const ordered = () => s.signed({ measures: [destroying] });
    it("measure by measure", () => {
      const told = { measureId: "m-REMEDY", state: "PARTLY_DONE", doneOn: s.TODAY, note: "Còn 20 bản" } as const;
      s.after(...ordered())
        .when(recording(told))
        .then(s.event("SanctionMeasureRecorded", told));
    });
    it("to the end, once it was served, the fine is paid and every measure is done or dropped", () => {
      const dropped = s.event("SanctionMeasureRecorded", {
        measureId: "m-REMEDY",
        state: "DROPPED",
        doneOn: null,
        note: null,
      });
      const steps = [s.served(), s.paid("3750000"), dropped];
      const statuses = steps.map((_, n) => standing(...ordered(), ...steps.slice(0, n + 1)).status);
      expect(statuses).to.deep.equal(["SERVED", "SERVED", "EXECUTED"]);
      expect(standing(...ordered(), ...steps.slice(1)).status).to.equal("SIGNED");
    });
    it("no longer, when it was done and is amended to more", () => {
      const history = [...s.signed(), s.served(), s.paid("3750000")];
      expect(standing(...history).status).to.equal("EXECUTED");
      const events = decidedOn(
        history,
        amending({ lines: [s.line("v-1", { amount: "5000000", circumstances: ["AGGRAVATING_RELAPSE"] })] }),
      );
      expect(standing(...history, ...events).status).to.equal("SERVED");
    });
    it("as it was ordered, on a day that was and fits", () => {
      const signed = s.after(...ordered());
      const refused = (code: string, more: Parameters<typeof recording>[0]) =>
        signed.when(recording(more)).thenRefused(code);
      refused("SANCTION_MEASURE_NOT_FOUND", { measureId: "m-other" });
      refused("SANCTION_MEASURE_UNCHANGED", { state: "ORDERED", doneOn: null });
      refused("SANCTION_MEASURE_NEEDS_DAY", { doneOn: null });
      refused("SANCTION_MEASURE_TAKES_NO_DAY", { state: "NOT_DONE" });
      refused("SANCTION_DAY_IN_FUTURE", { doneOn: TOMORROW });
      refused("SANCTION_DAY_BEFORE_SIGNING", { doneOn: BEFORE_SIGNING });
    });
    it("a suspension not before its months are over", () => {
      const history = s.signed({
        party: s.company,
        lines: [s.line("c-1", { rule: s.falseNews })],
        measures: [s.measure("SUSPENSION", { months: 3 })],
      });
      const now = { now: "2019-12-20T03:00:00.000Z", occurredAt: "2019-12-20T03:00:00.000Z" };
      const over = (doneOn: string) =>
        s.step("RecordSanctionMeasure", { measureId: "m-SUSPENSION", state: "DONE", doneOn, note: null }, now);
      s.after(...history)
        .when(over("2019-12-07"))
        .thenRefused("SANCTION_SUSPENSION_NOT_OVER", ["doneOn"]);
      s.after(...history)
        .when(over("2019-12-08"))
        .thenAccepted();
    });
  });

  describe("is suspended in its execution", () => {
    it("from a day on, and resumed on another: in between no interest runs", () => {
      s.after(...s.signed(), s.served())
        .when(suspending())
        .then(
          s.event(
            "SanctionExecutionSuspended",
            { from: s.TODAY, complaintId: null, ground: "Chờ giải quyết", interestLaw },
            "Chờ giải quyết",
          ),
        );
      const running = { ...s.inFavour, value: 0n };
      s.after(...s.signed(), s.served())
        .when(suspending({ pausesInterest: running }))
        .then(
          s.event(
            "SanctionExecutionSuspended",
            { from: s.TODAY, complaintId: null, ground: "Chờ giải quyết", interestRuns: true, interestLaw },
            "Chờ giải quyết",
          ),
        );
      const history = [...s.signed(), s.served(), suspended()];
      expect(standing(...history).fine.pauses).to.deep.equal([{ kind: "SUSPENDED", from: "2019-09-09", to: null }]);
      s.after(...history)
        .when(resuming())
        .then(s.event("SanctionExecutionResumed", { from: s.TODAY, complaintId: null }, "Hết lý do"));
      const after = standing(...history, s.event("SanctionExecutionResumed", { from: s.TODAY, complaintId: null }));
      expect(after.fine.pauses).to.deep.equal([{ kind: "SUSPENDED", from: "2019-09-09", to: "2019-09-09" }]);
      expect(after.suspendedFrom).to.equal(null);
    });
    it("once at a time, on days that were and fit, for a complaint of its own", () => {
      const going = s.after(...s.signed(), s.served());
      going.when(suspending({ from: TOMORROW })).thenRefused("SANCTION_DAY_IN_FUTURE", ["from"]);
      going.when(suspending({ from: BEFORE_SIGNING })).thenRefused("SANCTION_DAY_BEFORE_SIGNING", ["from"]);
      going.when(suspending({ complaintId: "c-9" })).thenRefused("SANCTION_COMPLAINT_NOT_FOUND", ["complaintId"]);
      going.when(resuming()).thenRefused("SANCTION_EXECUTION_NOT_SUSPENDED", ["sanctionId"]);
      const still = s.after(...s.signed(), s.served(), suspended());
      still.when(suspending()).thenRefused("SANCTION_EXECUTION_SUSPENDED", ["sanctionId"]);
      still.when(resuming({ from: BEFORE_SIGNING })).thenRefused("SANCTION_RESUMED_BEFORE_SUSPENDED", ["from"]);
      still.when(resuming({ from: TOMORROW })).thenRefused("SANCTION_DAY_IN_FUTURE", ["from"]);
      still.when(resuming({ complaintId: "c-9" })).thenRefused("SANCTION_COMPLAINT_NOT_FOUND", ["complaintId"]);
      const over = s.after(...s.signed(), s.served(), s.paid("3750000"));
      over.when(suspending()).thenRefused("SANCTION_STATUS_FORBIDS", ["sanctionId"]);
    });
  });

  describe("is made public", () => {
    it("at some place on some day, which it keeps", () => {
      s.after(...s.signed())
        .when(publishing())
        .then(published());
      const { publications } = standing(...s.signed(), published());
      expect(publications).to.deep.equal([
        { publicationId: "p-1", publishedOn: s.TODAY, medium: "Báo Thanh Hóa", address: null },
      ]);
    });
    it("on days that were and fit, once at each place, and no more when it is annulled", () => {
      const once = s.after(...s.signed(), published());
      once.when(publishing({ publishedOn: TOMORROW })).thenRefused("SANCTION_DAY_IN_FUTURE", ["publishedOn"]);
      once
        .when(publishing({ publishedOn: BEFORE_SIGNING }))
        .thenRefused("SANCTION_DAY_BEFORE_SIGNING", ["publishedOn"]);
      once.when(publishing({ medium: "BÁO  Thanh Hoá" })).thenRefused("SANCTION_PUBLISHED_THERE", ["medium"]);
      const annulled = s.after(...s.signed(), s.annulled());
      annulled.when(publishing()).thenRefused("SANCTION_STATUS_FORBIDS", ["sanctionId"]);
    });
    it("and is not any more where that is taken back, of an annulled one too", () => {
      for (const more of [[], [s.annulled()]]) {
        s.after(...s.signed(), published(), ...more)
          .when(takingBack())
          .then(s.event("SanctionPublicationTakenBack", { publicationId: "p-1" }, "Ghi nhầm"));
      }
      const taken = s.event("SanctionPublicationTakenBack", { publicationId: "p-1" });
      expect(standing(...s.signed(), published(), taken).publications).to.deep.equal([]);
      s.after(...s.signed(), published())
        .when(takingBack("p-2"))
        .thenRefused("SANCTION_PUBLICATION_NOT_FOUND", ["publicationId"]);
      s.after(...s.signed())
        .when(takingBack())
        .thenRefused("SANCTION_NOT_PUBLISHED", ["sanctionId"]);
    });
  });
});

const interestLaw = referenceTo(s.inFavour.key, s.inFavour);
const servedOn = (executionDueOn: string, more: Partial<Parameters<typeof s.event<"SanctionServed">>[1]> = {}) =>
  s.event("SanctionServed", {
    receivedOn: s.TODAY,
    executionDueOn,
    law: lawOfExecution,
    way: "HANDED_OVER",
    interestAfter: executionDueOn,
    interestLaw,
    ...more,
  });

const lawOfExecution = {
  key: "EXECUTION",
  instrument: "AVH-2012",
  validFrom: "2019-01-01",
  origin: "SHIPPED",
  confidence: "HIGH",
} as const;

const done = () =>
  s.event("SanctionMeasureRecorded", { measureId: "m-REMEDY", state: "DONE", doneOn: s.TODAY, note: null });

const decidedOn = (history: Parameters<typeof s.stateOf>, step: s.Step) => s.decided(step, ...history);
const amended = () => decidedOn([...s.signed(), s.served()], amending());
