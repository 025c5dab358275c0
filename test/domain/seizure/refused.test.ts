import type { SeizureEvent } from "../../../src/domain/seizure/events.js";
import { seizure } from "../../../src/domain/seizure/record.js";
import type { Path } from "../../../src/domain/kernel/refusal.js";
import { commandMeta, given } from "../../support/given.js";
import * as x from "./facts.js";

const { decider } = seizure;
const exhibits = (...events: SeizureEvent[]): ReturnType<typeof given<typeof decider>> => given(decider, ...events);
const held = (): SeizureEvent[] => [x.seized(), x.confiscated()];
const unsealed = (): SeizureEvent => {
  const { reason, ...opened } = x.good.unseal;
  return x.event("ExhibitsUnsealed", opened, reason);
};
const TOMORROW = "2019-09-11";
const LONG_AGO = "2019-09-02";
const yesterday = commandMeta({ occurredAt: "2019-09-09T03:00:00.000Z" });
const ahead = commandMeta({ occurredAt: "2019-09-10T04:00:00.000Z" });

describe("a seizure is refused", () => {
  const refused = (more: Parameters<typeof x.seize>[0], code: string, path: Path): void =>
    exhibits().when(x.seize(more)).thenRefused(code, path);

  it("when it is told of the future, or late without a reason", () => {
    exhibits().when(x.seize({}, ahead)).thenRefused("OCCURRED_IN_FUTURE", ["occurredAt"]);
    exhibits().when(x.seize({}, yesterday)).thenRefused("LATE_ENTRY_NEEDS_REASON", ["lateEntryReason"]);
    refused({ seizedOn: TOMORROW }, "OCCURRED_IN_FUTURE", ["seizedOn"]);
  });

  it("when the case is over", () => {
    for (const status of ["CLOSED", "VOIDED"] as const) {
      refused({ violationCase: x.caseFact({ status }) }, "SEIZURE_CASE_OVER", ["caseId"]);
    }
  });

  it("when the unit did not exist on the day", () => {
    const unit = { ...x.department, endsOn: "2019-09-01" };
    refused({ unit }, "UNIT_ENDED", ["unitId"]);
  });

  it("when its minutes stand in the case already, unless those were voided", () => {
    refused({ others: [x.other()] }, "SEIZURE_RECORDED_ALREADY", ["minutesNumber"]);
    exhibits()
      .when(x.seize({ others: [x.other({ status: "VOIDED" })] }))
      .thenAccepted();
  });

  it("without lines, without copies, or with a line twice", () => {
    refused({ lines: [] }, "SEIZURE_WITHOUT_LINES", ["lines"]);
    for (const copies of [0, -1, 1.5]) {
      refused({ lines: [x.line("l-1", { copies })] }, "EXHIBIT_COPIES_NOT_POSITIVE", ["lines", 0, "copies"]);
    }
    const twice = [x.line("l-1", { title: "Toán 5" }), x.line("l-2", { title: "TOÁN 5", sealNumber: "NP-1" })];
    refused({ lines: twice }, "EXHIBIT_LINE_TWICE", ["lines", 1]);
  });
});

describe("more copies than any store holds are refused", () => {
  const MOST = 10_000_000;
  const full = (): SeizureEvent => x.seized([x.line("l-1", { copies: MOST - 100 }), x.line("l-2")]);
  const refused = (command: x.SeizureStep, path: Path): void =>
    exhibits(full()).when(command).thenRefused("EXHIBITS_MORE_THAN_A_STORE_HOLDS", path);

  it("when they are seized", () => {
    const lines = [x.line("l-1", { copies: MOST }), x.line("l-2", { copies: 1 })];
    exhibits().when(x.seize({ lines })).thenRefused("EXHIBITS_MORE_THAN_A_STORE_HOLDS", ["lines"]);
    exhibits()
      .when(x.seize({ lines: [x.line("l-1", { copies: MOST })] }))
      .thenAccepted();
  });

  it("when they are counted, found beyond or corrected", () => {
    const counts = [x.of("l-2", 101)];
    refused(x.step("CountExhibits", { ...x.good.count, counts }), ["counts"]);
    const lines = [x.of("l-2", 1)];
    refused(x.step("RecordExhibitDiscrepancy", { ...x.good.discrepancy, kind: "SURPLUS", lines }), ["lines"]);
    const changes = [{ lineId: "l-2", copies: 101 }];
    refused(x.step("CorrectInventory", { ...x.good.correct, lines: changes }), ["lines"]);
    const missing = { ...x.good.discrepancy, kind: "MISSING" as const, lines };
    exhibits(full()).when(x.step("RecordExhibitDiscrepancy", missing)).thenAccepted();
  });
});

describe("a step with exhibits is refused", () => {
  const every: readonly (readonly [SeizureEvent[], x.SeizureStep])[] = [
    [[x.seized()], x.step("ExtendSeizure", x.good.extend)],
    [[x.seized()], x.step("CountExhibits", x.good.count)],
    [[x.seized()], x.step("MoveExhibits", x.good.move)],
    [[x.seized()], x.step("UnsealExhibits", x.good.unseal)],
    [[x.seized()], x.step("ResealExhibits", x.good.reseal)],
    [[x.seized()], x.step("AnnounceUnclaimedExhibits", x.good.announce)],
    [[x.seized()], x.step("ReturnExhibits", x.good.give)],
    [[x.seized()], x.step("ConfiscateExhibits", x.good.confiscate)],
    [[x.seized()], x.step("RecordExhibitDiscrepancy", x.good.discrepancy)],
    [held(), x.step("DestroyExhibits", x.good.destroy)],
    [held(), x.step("TransferExhibits", x.good.transfer)],
    [held(), x.step("SellExhibits", x.good.sell)],
    [held(), x.step("RevokeConfiscation", x.good.revoke)],
    [[x.seized()], x.step("SplitExhibitLot", x.good.split)],
    [[x.seized([...x.inventory(), x.line("l-4", { title: "Sách l-1" })])], x.step("MergeExhibitLots", x.good.merge)],
    [[x.seized()], x.step("CorrectInventory", x.good.correct)],
    [[x.seized()], x.step("VoidSeizure", { reason: "Nhập nhầm" })],
  ];
  const CORRECTIONS = ["SplitExhibitLot", "MergeExhibitLots", "CorrectInventory", "VoidSeizure"];
  const steps = every.filter(([, command]) => !CORRECTIONS.includes(command.type));

  it("when nothing speaks against it, it is not", () => {
    for (const [history, command] of every)
      exhibits(...history)
        .when(command)
        .thenAccepted();
  });

  it("when there is no such seizure", () => {
    for (const [, command] of every) exhibits().when(command).thenRefused("SEIZURE_NOT_FOUND", ["seizureId"]);
  });

  it("when the seizure is void", () => {
    for (const [history, command] of every) {
      exhibits(...history, x.voided())
        .when(command)
        .thenRefused("SEIZURE_STATUS_FORBIDS", ["seizureId"]);
    }
  });

  it("when nothing is in custody whose time could be extended or whose owner could be sought", () => {
    const gone = [x.seized([x.line("l-1")]), x.returned(100)];
    for (const command of [
      x.step("ExtendSeizure", x.good.extend),
      x.step("AnnounceUnclaimedExhibits", x.good.announce),
    ])
      exhibits(...gone)
        .when(command)
        .thenRefused("SEIZURE_STATUS_FORBIDS", ["seizureId"]);
  });

  it("when it is told of the future; a step, when it is told late without a reason", () => {
    for (const [history, command] of every) {
      exhibits(...history)
        .when({ ...command, meta: ahead })
        .thenRefused("OCCURRED_IN_FUTURE", ["occurredAt"]);
    }
    for (const [history, command] of steps) {
      exhibits(...history)
        .when({ ...command, meta: yesterday })
        .thenRefused("LATE_ENTRY_NEEDS_REASON");
    }
  });

  it("when its papers are of a coming day, or of one before the seizure", () => {
    for (const [history, command] of steps) {
      const on = (day: string): x.SeizureStep => {
        const data = Object.entries(command.data).map(([field, value]) => {
          return [field, field.endsWith("On") && field !== "dueOn" ? day : (value as unknown)] as const;
        });
        return { ...command, data: Object.fromEntries(data) } as unknown as x.SeizureStep;
      };
      exhibits(...history)
        .when(on(TOMORROW))
        .thenRefused("OCCURRED_IN_FUTURE");
      exhibits(...history)
        .when(on(LONG_AGO))
        .thenRefused("EXHIBITS_BEFORE_SEIZURE");
    }
  });

  it("when it names no line, a strange line, or one line twice", () => {
    const give = (...lines: (typeof x.good.give)["lines"][number][]): x.SeizureStep =>
      x.step("ReturnExhibits", { ...x.good.give, lines });
    exhibits(x.seized()).when(give()).thenRefused("EXHIBIT_LINES_NOT_NAMED", []);
    exhibits(x.seized())
      .when(give(x.of("l-8", 1) as never))
      .thenRefused("EXHIBIT_LINE_NOT_FOUND", ["lines", 0, "lineId"]);
    exhibits(x.seized())
      .when(x.step("ReturnExhibits", { ...x.good.give, lines: [x.of("l-1", 1), x.of("l-1", 2)] }))
      .thenRefused("EXHIBIT_LINE_NAMED_TWICE", ["lines", 1, "lineId"]);
    for (const lineIds of [[], ["l-8"], ["l-1", "l-1"]]) {
      const code = ["EXHIBIT_LINES_NOT_NAMED", "EXHIBIT_LINE_NOT_FOUND", "EXHIBIT_LINE_NAMED_TWICE"][
        lineIds.length === 0 ? 0 : lineIds.length === 1 ? 1 : 2
      ];
      exhibits(x.seized())
        .when(x.step("UnsealExhibits", { ...x.good.unseal, lineIds }))
        .thenRefused(code ?? "");
    }
  });

  it("when a number of copies is none", () => {
    for (const copies of [0, -5, 0.5]) {
      exhibits(x.seized())
        .when(x.step("ReturnExhibits", { ...x.good.give, lines: [x.of("l-1", copies)] }))
        .thenRefused("EXHIBIT_COPIES_NOT_POSITIVE", ["lines", 0, "copies"]);
    }
    exhibits(x.seized())
      .when(x.step("CountExhibits", { ...x.good.count, counts: [x.of("l-3", -1)] }))
      .thenRefused("EXHIBIT_COPIES_NOT_POSITIVE", ["counts", 0, "copies"]);
    exhibits(x.seized())
      .when(x.step("CountExhibits", { ...x.good.count, counts: [x.of("l-3", 0)] }))
      .thenAccepted();
  });
});

describe("a step in custody is refused", () => {
  it("an extension out of order, too late, or that gives no time", () => {
    const extend = (more: object): x.SeizureStep => x.step("ExtendSeizure", { ...x.good.extend, ...more });
    exhibits(x.seized())
      .when(extend({ extension: "COMPLEX" }))
      .thenRefused("SEIZURE_EXTENSION_OUT_OF_ORDER", ["extension"]);
    exhibits(x.seized(x.inventory(), { dueOn: "2019-09-08" }))
      .when(extend({}))
      .thenRefused("SEIZURE_EXTENSION_TOO_LATE", ["extendedOn"]);
    exhibits(x.seized())
      .when(extend({ dueOn: "2019-09-10" }))
      .thenRefused("SEIZURE_EXTENSION_GIVES_NO_TIME", ["extension"]);
  });

  it("a count of what is sealed, or that differs without an explanation, or of what was counted before", () => {
    const count = (more: object): x.SeizureStep => x.step("CountExhibits", { ...x.good.count, ...more });
    const sealed = { counts: [x.of("l-2", 40)] };
    exhibits(x.seized()).when(count(sealed)).thenRefused("EXHIBITS_SEALED", ["counts", 0, "lineId"]);
    exhibits(x.seized(), unsealed()).when(count(sealed)).thenAccepted();
    for (const unexplained of [{ difference: null }, { reason: null }]) {
      exhibits(x.seized()).when(count(unexplained)).thenRefused("EXHIBIT_COUNT_DIFFERS", ["counts", 0, "copies"]);
    }
    exhibits(x.seized())
      .when(count({ counts: [x.of("l-1", 99)] }))
      .thenRefused("EXHIBIT_COUNT_WAS_EXACT", ["counts", 0, "copies"]);
  });

  it("moving what is not held any more", () => {
    const gone = x.returned(100);
    exhibits(x.seized(), gone)
      .when(x.step("MoveExhibits", x.good.move))
      .thenRefused("EXHIBITS_NOT_HELD", ["lineIds", 0]);
    exhibits(x.seized([x.line("l-1")]), gone)
      .when(x.step("MoveExhibits", { ...x.good.move, lineIds: null }))
      .thenRefused("SEIZURE_STATUS_FORBIDS", ["seizureId"]);
  });

  it("unsealing what has no seal, sealing what has one or is not held", () => {
    exhibits(x.seized())
      .when(x.step("UnsealExhibits", { ...x.good.unseal, lineIds: ["l-1"] }))
      .thenRefused("EXHIBITS_NOT_SEALED", ["lineIds", 0]);
    const seal = (lineId: string): x.SeizureStep =>
      x.step("ResealExhibits", { ...x.good.reseal, seals: [{ lineId, sealNumber: "NP-7" }] });
    exhibits(x.seized()).when(seal("l-2")).thenRefused("EXHIBITS_SEALED", ["seals", 0, "lineId"]);
    exhibits(x.seized(), x.returned(100)).when(seal("l-1")).thenRefused("EXHIBITS_NOT_HELD", ["seals", 0, "lineId"]);
  });

  it("returning what was not counted, or more than is in custody", () => {
    const give = (lineId: string, copies: number): x.SeizureStep =>
      x.step("ReturnExhibits", { ...x.good.give, lines: [x.of(lineId, copies)] });
    exhibits(x.seized()).when(give("l-3", 1)).thenRefused("EXHIBITS_NOT_COUNTED", ["lines", 0, "lineId"]);
    exhibits(...held())
      .when(give("l-1", 41))
      .thenRefused("EXHIBITS_MORE_THAN_IN_CUSTODY", ["lines", 0, "copies"]);
    exhibits(...held())
      .when(give("l-1", 40))
      .thenAccepted();
  });

  it("a discrepancy of more than is there, of what was not counted, or a surplus among what is confiscated", () => {
    const found = (more: object): x.SeizureStep =>
      x.step("RecordExhibitDiscrepancy", { ...x.good.discrepancy, ...more });
    const short = { lines: [x.of("l-1", 41)] };
    exhibits(...held())
      .when(found(short))
      .thenRefused("EXHIBITS_MORE_THAN_IN_CUSTODY", ["lines", 0, "copies"]);
    exhibits(...held())
      .when(found({ sanctionId: "d-1", lines: [x.of("l-1", 61)] }))
      .thenRefused("EXHIBITS_MORE_THAN_CONFISCATED", ["lines", 0, "copies"]);
    exhibits(...held())
      .when(found({ kind: "SURPLUS", sanctionId: "d-1" }))
      .thenRefused("EXHIBIT_SURPLUS_NOT_CONFISCATED", ["kind"]);
    exhibits(x.seized())
      .when(found({ lines: [x.of("l-3", 1)] }))
      .thenRefused("EXHIBITS_NOT_COUNTED", ["lines", 0, "lineId"]);
    exhibits(x.seized())
      .when(found({ kind: "SURPLUS", lines: [x.of("l-1", 500)] }))
      .thenAccepted();
  });
});
