import { inspection } from "../../../src/domain/inspection/record.js";
import type { InspectionEvent } from "../../../src/domain/inspection/events.js";
import { given, type Given } from "../../support/given.js";
import * as i from "./facts.js";

const after = (...events: InspectionEvent[]): Given<(typeof inspection)["decider"]> =>
  given(inspection.decider, ...events);
const LATE = { lateEntryReason: "Nhập bù" };
const extended = { until: "2019-10-01", document: "QĐ 50" };

describe("the steps of an inspection", () => {
  it("follow one another to the conclusion and beyond", () => {
    const way: [InspectionEvent[], i.InspectionCommand, InspectionEvent][] = [
      [i.upTo("decided"), i.step("AnnounceInspection", {}), i.event("InspectionAnnounced", {}, i.TODAY)],
      [i.upTo("announced"), i.step("StartFieldwork", {}), i.event("InspectionFieldworkStarted", {}, i.TODAY)],
      [
        i.upTo("started"),
        i.step("ExtendInspection", { ...extended, reason: "Phức tạp" }),
        i.event("InspectionExtended", extended, i.TODAY, "Phức tạp"),
      ],
      [
        i.upTo("started"),
        i.step("SuspendInspection", { document: null, reason: "Thiên tai" }),
        i.event("InspectionSuspended", { document: null }, i.TODAY, "Thiên tai"),
      ],
      [
        [...i.upTo("started"), i.event("InspectionSuspended", { document: null })],
        i.step("ResumeInspection", { document: "TB 5" }),
        i.event("InspectionResumed", { document: "TB 5" }, i.TODAY),
      ],
      [i.upTo("started"), i.step("EndFieldwork", {}), i.event("InspectionFieldworkEnded", {}, i.TODAY)],
      [
        i.upTo("ended"),
        i.step("ReportInspection", { summary: "Đã xong", draftDueOn: "2019-09-16" }),
        i.event("InspectionReported", { summary: "Đã xong", draftDueOn: "2019-09-16" }, i.TODAY),
      ],
      [
        i.upTo("reported"),
        i.step("AssignConclusionDraft", { to: "Lê Văn An", draftDueOn: "2019-09-20" }),
        i.event("InspectionDraftAssigned", { to: "Lê Văn An", draftDueOn: "2019-09-20" }, i.TODAY),
      ],
      [
        i.upTo("reported"),
        i.step("DraftConclusion", { reservedOpinions: [{ by: "Trần Thị Bình", opinion: "Chưa đủ chứng cứ" }] }),
        i.event(
          "InspectionConclusionDrafted",
          { reservedOpinions: [{ by: "Trần Thị Bình", opinion: "Chưa đủ chứng cứ" }] },
          i.TODAY,
        ),
      ],
      [
        i.upTo("drafted"),
        i.step("ConcludeInspection", { number: "9/KL-TTr", signedOn: "2019-09-10", summary: "Có vi phạm" }),
        i.event("InspectionConcluded", { number: "9/KL-TTr", signedOn: "2019-09-10", summary: "Có vi phạm" }, i.TODAY),
      ],
      [
        i.upTo("concluded"),
        i.step("PublishConclusion", { forms: ["PORTAL"], address: null }),
        i.event("InspectionConclusionPublished", { forms: ["PORTAL"], address: null }, i.TODAY),
      ],
      [
        i.upTo("published"),
        i.step("StartImplementation", { document: "CV 77" }),
        i.event("InspectionImplementationStarted", { document: "CV 77" }, i.TODAY),
      ],
      [i.upTo("implementing"), i.step("CloseInspection", {}), i.event("InspectionClosed", {}, i.TODAY)],
      [
        i.upTo("announced"),
        i.step("CancelInspection", { reason: "Trùng kiểm toán" }),
        i.event("InspectionCancelled", {}, i.TODAY, "Trùng kiểm toán"),
      ],
    ];
    for (const [history, command, event] of way)
      after(...history)
        .when(command)
        .then(event);
  });

  it("come in their order: what does not fit the state is refused", () => {
    const wrong: i.InspectionCommand[] = [
      i.step("AnnounceInspection", {}),
      i.step("StartFieldwork", {}),
      i.step("ResumeInspection", { document: null }),
      i.step("ReportInspection", { summary: "x", draftDueOn: null }),
      i.step("DraftConclusion", { reservedOpinions: [] }),
      i.step("ConcludeInspection", { number: "1", signedOn: "2019-09-10", summary: "x" }),
      i.step("PublishConclusion", { forms: ["PORTAL"], address: null }),
      i.step("StartImplementation", { document: "x" }),
      i.step("CloseInspection", {}),
      i.step("MakeRecommendation", {
        recommendationId: "r",
        findingId: null,
        addressee: i.team,
        what: "x",
        dueOn: null,
      }),
    ];
    for (const command of wrong) {
      after(...i.upTo("started"))
        .when(command)
        .thenRefused("INSPECTION_STATUS_FORBIDS", ["inspectionId"]);
    }
  });

  it("speak of an inspection that is there", () => {
    after().when(i.step("AnnounceInspection", {})).thenRefused("INSPECTION_NOT_FOUND", ["inspectionId"]);
  });

  it("are neither ahead of time, nor late without a reason, nor before the step they follow", () => {
    const announce = (meta: object): i.InspectionCommand => i.step("AnnounceInspection", {}, meta);
    after(i.decided())
      .when(announce({ occurredAt: i.TOMORROW }))
      .thenRefused("OCCURRED_IN_FUTURE");
    after(i.decided())
      .when(announce({ occurredAt: i.EARLIER }))
      .thenRefused("LATE_ENTRY_NEEDS_REASON");
    after(i.decided())
      .when(announce({ occurredAt: "2019-09-02T03:00:00.000Z", ...LATE }))
      .thenRefused("INSPECTION_STEP_OUT_OF_ORDER", ["occurredAt"]);
    after(...i.upTo("drafted"))
      .when(i.step("ConcludeInspection", { number: "1", signedOn: "2019-09-03", summary: "x" }, LATE))
      .thenRefused("INSPECTION_STEP_OUT_OF_ORDER", ["signedOn"]);
  });

  it("a conclusion has the day of its paper", () => {
    const conclude = (signedOn: string): i.InspectionCommand =>
      i.step("ConcludeInspection", { number: "1", signedOn, summary: "x" });
    after(...i.upTo("drafted"))
      .when(conclude("2019-09-11"))
      .thenRefused("INSPECTION_PAPER_DAY_AHEAD", ["signedOn"]);
    after(...i.upTo("drafted"))
      .when(conclude("2019-09-05"))
      .thenRefused("LATE_ENTRY_NEEDS_REASON");
  });

  it("an extension ends later than what it extends", () => {
    const until = (day: string): i.InspectionCommand =>
      i.step("ExtendInspection", { until: day, document: "QĐ 51", reason: "x" });
    after(...i.upTo("started"))
      .when(until("2019-09-20"))
      .thenRefused("INSPECTION_EXTENSION_NOT_LATER", ["until"]);
    after(...i.upTo("started"), i.event("InspectionExtended", extended))
      .when(until("2019-10-01"))
      .thenRefused("INSPECTION_EXTENSION_NOT_LATER", ["until"]);
  });

  it("a draft is not due before the report", () => {
    after(...i.upTo("ended"))
      .when(i.step("ReportInspection", { summary: "x", draftDueOn: "2019-09-09" }))
      .thenRefused("INSPECTION_DRAFT_DUE_IN_PAST", ["draftDueOn"]);
  });

  it("a check ends with minutes, an inspection does not", () => {
    const done = { minutes: "BB 3", summary: "Không vi phạm" };
    after(i.decided({ kind: "CHECK" }))
      .when(i.step("RecordCheckDone", done))
      .then(i.event("InspectionCheckDone", done, i.TODAY));
    after(i.decided())
      .when(i.step("RecordCheckDone", done))
      .thenRefused("INSPECTION_NEEDS_CONCLUSION", ["inspectionId"]);
    after(i.decided({ kind: "CHECK" }), i.event("InspectionCheckDone", done))
      .when(i.step("CloseInspection", {}))
      .then(i.event("InspectionClosed", {}, i.TODAY));
  });
});
