import {
  asIn,
  choice,
  day,
  ids,
  many,
  NOBODY,
  noted,
  OFFENDERS,
  optional,
  ref,
  text,
  texts,
} from "../kernel/fields.js";
import { nameKey } from "../kernel/names.js";
import { paperNumberKey, samePaperNumber } from "../kernel/paperNumber.js";
import { occurrenceRefusals } from "../kernel/occurrence.js";
import { looked, stepsOf } from "../kernel/steps.js";
import { type LocalDate, localDateOf, nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { type DeadlineRule, referenceTo } from "../law/lawBook.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import type { CaseFact } from "../violationCase/violationCase.js";
import type { SeizureEvent } from "./events.js";
import {
  custodian,
  decisionNumber,
  document,
  EXHIBIT_LINE,
  LINE_COUNT,
  LINES,
  lines,
  type MinutedLine,
  minutesNumber,
  PERSONS,
  place,
  reason,
  SEAL,
} from "./fields.js";
import { copiesOf } from "./quantities.js";
import { seizureRefusals } from "./refusals.js";
import {
  areCounted,
  areHeld,
  areSealed,
  areUnsealed,
  custodySuffices,
  doneOn,
  fitIntoAStore,
  heldSuffices,
  inCounts,
  inLineIds,
  inLines,
  inSeals,
  isHeld,
  lineIn,
  linesStand,
  sumOf,
} from "./rules.js";
import { SEIZURE, type Seizure, type SeizureFact } from "./seizure.js";
import {
  COUNT_DIFFERENCES,
  DISCREPANCY_KINDS,
  HELD,
  NOT_VOIDED,
  SEIZURE_EXTENSIONS,
  type SeizureExtensionKind,
} from "./terms.js";

const { begin, step } = stepsOf<Seizure, SeizureEvent, "seizureId">();

const present = texts(say("người chứng kiến", "who was present"), PERSONS, OFFENDERS);

/** By what two lines are one: the publication. How it was kept and sealed may differ after a lot is split. */
const sameThing = ({ title, author, publisher, isbn, year, unit }: MinutedLine): string =>
  JSON.stringify([...[title, author, publisher, isbn].map((text) => nameKey(text ?? "")), year, unit]);

/** The ordinary extension may come first; that for complex cases follows the ordinary one. */
function mayFollow(extension: SeizureExtensionKind, before: readonly SeizureExtensionKind[]): boolean {
  const { values } = SEIZURE_EXTENSIONS;
  const last = before.at(-1);
  if (last === undefined) return extension !== "COMPLEX";
  return values[values.indexOf(last) + 1] === extension;
}

const inCustodyOf = (seizure: Seizure, lineId: string | undefined): number =>
  seizure.lines.find((line) => line.lineId === lineId)?.inCustody ?? 0;

/** Seizing, and what is done with exhibits in custody. */
export const custodySteps = {
  SeizeExhibits: begin({
    does: say("tạm giữ tang vật", "seize exhibits"),
    note: "Seizes exhibits temporarily, with their inventory (quyết định và biên bản tạm giữ tang vật).",
    begins: "seizure",
    fields: {
      caseId: ref("ViolationCase", say("vụ việc", "case")),
      unitId: ref("Unit", say("cơ quan tạm giữ", "unit"), "The unit that seizes and has custody; its figure it is."),
      ...asIn(SEIZURE, "grounds", "minutesNumber", "decisionNumber", "seizedOn"),
      lines: many(EXHIBIT_LINE, say("bảng kê tang vật", "inventory"), LINES),
      place,
      custodian,
    },
    looked: looked<{
      readonly violationCase: CaseFact;
      readonly unit: UnitFact;
      /** The last day in time, by the rule. */
      readonly dueOn: LocalDate;
      readonly rule: DeadlineRule;
      readonly lines: readonly MinutedLine[];
      /** Of the same case. */
      readonly others: readonly SeizureFact[];
    }>(),
    rules: [
      function seizureHasHappened({ data, meta }) {
        const ahead = data.seizedOn > localDateOf(meta.now);
        return ahead ? occurrenceRefusals.OCCURRED_IN_FUTURE(["seizedOn"], meta.now) : undefined;
      },
      function caseIsOpen({ data }) {
        const over = ["CLOSED", "VOIDED"].includes(data.violationCase.status);
        return over ? seizureRefusals.SEIZURE_CASE_OVER(["caseId"]) : undefined;
      },
      function unitExistsOnTheDay({ data }) {
        return unitExistsOn(data.unit, data.seizedOn, ["unitId"]);
      },
      function minutesAreNew({ data }) {
        const known = data.others.some(
          (other) => other.status !== "VOIDED" && samePaperNumber(other.minutesNumber, data.minutesNumber),
        );
        return known ? seizureRefusals.SEIZURE_RECORDED_ALREADY(["minutesNumber"]) : undefined;
      },
      function inventoryHasLines({ data }) {
        return data.lines.length === 0 ? seizureRefusals.SEIZURE_WITHOUT_LINES(["lines"]) : undefined;
      },
      function eachLineHasCopies({ data }) {
        const at = data.lines.findIndex(({ copies }) => !Number.isSafeInteger(copies) || copies < 1);
        return at < 0 ? undefined : seizureRefusals.EXHIBIT_COPIES_NOT_POSITIVE(["lines", at, "copies"]);
      },
      function aStoreHoldsThem({ data }) {
        return fitIntoAStore(sumOf(data.lines), ["lines"]);
      },
      function eachLineIsAnother({ data }) {
        const keys = data.lines.map(sameThing);
        const at = keys.findIndex((key, index) => keys.indexOf(key) !== index);
        return at < 0 ? undefined : seizureRefusals.EXHIBIT_LINE_TWICE(["lines", at]);
      },
    ],
    // The same minutes are not entered twice.
    claims: ({ data: { caseId, minutesNumber: number } }) => [
      { kind: "SEIZURE_MINUTES", key: `${caseId}|${paperNumberKey(number)}` },
    ],
    tells: {
      ExhibitsSeized: ({ data }) => ({
        caseId: data.violationCase.caseId,
        unit: { unitId: data.unit.unitId, name: nameOn(data.unit.names, data.seizedOn) },
        grounds: data.grounds,
        minutesNumber: data.minutesNumber,
        decisionNumber: data.decisionNumber,
        seizedOn: data.seizedOn,
        dueOn: data.dueOn,
        law: referenceTo(data.rule.key, data.rule),
        lines: data.lines,
        place: data.place,
        custodian: data.custodian,
      }),
    },
  }),
  ExtendSeizure: step({
    does: say("kéo dài thời hạn tạm giữ", "extend the seizure"),
    note:
      "Each extension once, before the time is over. TRANSFERRED is the law's own, where the case was transferred after " +
      "the seizure; one that is seized in a case that was transferred before has that time from the start.",
    fields: {
      extension: choice(SEIZURE_EXTENSIONS, say("loại kéo dài", "kind of extension")),
      decisionNumber: noted(
        decisionNumber,
        "Số quyết định kéo dài thời hạn tạm giữ; of TRANSFERRED, the paper by which the file was passed.",
      ),
      extendedOn: day(say("ngày quyết định kéo dài", "day of the decision to extend")),
      reason,
    },
    /** The law states each extension as the longest time from the actual seizure. */
    looked: looked<{ readonly rule: DeadlineRule; readonly dueOn: LocalDate; readonly wasTransferred: boolean }>(),
    from: ["IN_CUSTODY"],
    rules: [
      ...doneOn("extendedOn"),
      function extensionFollows({ state, data }) {
        const follows = mayFollow(data.extension, state.extensions);
        return follows ? undefined : seizureRefusals.SEIZURE_EXTENSION_OUT_OF_ORDER(["extension"]);
      },
      function fileWasPassedOn({ data }) {
        const not = data.extension === "TRANSFERRED" && !data.wasTransferred;
        return not ? seizureRefusals.SEIZURE_CASE_NOT_TRANSFERRED(["extension"]) : undefined;
      },
      function extendedInTime({ state, data }) {
        const late = data.extendedOn > state.dueOn;
        return late ? seizureRefusals.SEIZURE_EXTENSION_TOO_LATE(["extendedOn"], state.dueOn) : undefined;
      },
      function extensionGivesTime({ state, data }) {
        const gives = data.dueOn > state.dueOn;
        return gives ? undefined : seizureRefusals.SEIZURE_EXTENSION_GIVES_NO_TIME(["extension"], state.dueOn);
      },
    ],
    event: "SeizureExtended",
    besides: ({ data: { dueOn, rule } }) => ({ dueOn, law: referenceTo(rule.key, rule) }),
  }),
  CountExhibits: step({
    does: say("kiểm đếm tang vật", "count the exhibits"),
    note: "Counts what is in custody. An estimate becomes exact; a difference is explained.",
    fields: {
      counts: many(LINE_COUNT, say("số đếm được", "counts"), LINES, "Of copies in custody, line by line."),
      difference: optional(
        choice(COUNT_DIFFERENCES, say("chênh lệch là", "difference"), "Compulsory, with a reason, if a count differs."),
      ),
      countedOn: day(say("ngày kiểm đếm", "day of the count")),
      minutesNumber: noted(minutesNumber, "Số biên bản kiểm đếm."),
      reason: optional(reason),
    },
    from: NOT_VOIDED,
    rules: [
      ...doneOn("countedOn"),
      ...linesStand(inCounts, { least: 0 }),
      function aStoreHoldsThem({ state, data: { counts } }) {
        const more = counts.map(({ lineId, copies }) => Math.max(copies - inCustodyOf(state, lineId), 0));
        return fitIntoAStore(
          more.reduce((total, one) => total + one, copiesOf(state)),
          ["counts"],
        );
      },
      areUnsealed(inCounts),
      function differenceIsExplained({ state, data: { counts, difference, reason: why } }) {
        const at = counts.findIndex(({ lineId, copies }) => copies !== inCustodyOf(state, lineId));
        if (at < 0 || (difference !== null && why !== null)) return undefined;
        const held = inCustodyOf(state, counts[at]?.lineId);
        return seizureRefusals.EXHIBIT_COUNT_DIFFERS(["counts", at, "copies"], held);
      },
      function exactCountStands({ state, data: { counts, difference } }) {
        if (difference !== "CORRECTION") return undefined;
        const at = counts.findIndex(({ lineId, copies }) => {
          const line = lineIn(state, lineId);
          return line?.estimated === false && copies !== line.inCustody;
        });
        return at < 0 ? undefined : seizureRefusals.EXHIBIT_COUNT_WAS_EXACT(["counts", at, "copies"]);
      },
    ],
    tells: {
      ExhibitsCounted: ({ state, data: { counts, difference, countedOn, minutesNumber: number } }) => ({
        countedOn,
        minutesNumber: number,
        lines: counts.map(({ lineId, copies }) => ({
          lineId,
          counted: copies,
          difference: copies - inCustodyOf(state, lineId),
          as: difference ?? "CORRECTION",
        })),
      }),
    },
  }),
  MoveExhibits: step({
    does: say("bàn giao, chuyển kho tang vật", "move exhibits"),
    note: "To another place, or another custodian.",
    fields: {
      lineIds: optional(ids(say("các mục", "lines"), LINES, "Absent: all lines of which anything is held.")),
      place,
      custodian,
      document: noted(document, "Số biên bản bàn giao."),
      movedOn: day(say("ngày bàn giao", "moved on")),
    },
    from: HELD,
    rules: [...doneOn("movedOn"), ...linesStand(inLineIds), areHeld(inLineIds)],
    event: "ExhibitsMoved",
    besides: ({ state, data: { lineIds } }) => ({
      lineIds: lineIds ?? state.lines.filter(isHeld).map(({ lineId }) => lineId),
    }),
  }),
  UnsealExhibits: step({
    does: say("mở niêm phong tang vật", "unseal exhibits"),
    note: "Opens seals before those present.",
    fields: {
      lineIds: ids(say("các mục", "lines"), LINES),
      unsealedOn: day(say("ngày mở niêm phong", "unsealed on")),
      minutesNumber: noted(minutesNumber, "Số biên bản mở niêm phong."),
      present,
      reason,
    },
    from: NOT_VOIDED,
    rules: [...doneOn("unsealedOn"), ...linesStand(inLineIds), areSealed(inLineIds)],
    event: "ExhibitsUnsealed",
  }),
  ResealExhibits: step({
    does: say("niêm phong lại tang vật", "seal exhibits again"),
    note: "With new seals.",
    fields: {
      seals: many(SEAL, say("niêm phong mới", "new seals"), LINES),
      resealedOn: day(say("ngày niêm phong lại", "sealed again on")),
      minutesNumber: noted(minutesNumber, "Số biên bản niêm phong."),
      present,
    },
    from: HELD,
    rules: [...doneOn("resealedOn"), ...linesStand(inSeals), areUnsealed(inSeals), areHeld(inSeals)],
    event: "ExhibitsResealed",
  }),
  AnnounceUnclaimedExhibits: step({
    does: say("thông báo tìm chủ sở hữu tang vật", "announce unclaimed exhibits"),
    note: "Records a public notice for an owner whom nobody knows.",
    fields: {
      announcedOn: day(say("ngày thông báo", "day of the notice")),
      medium: text(
        say("phương tiện thông báo", "where it was published"),
        200,
        NOBODY,
        "The newspaper, the board of the office.",
      ),
    },
    from: ["IN_CUSTODY"],
    rules: doneOn("announcedOn"),
    event: "UnclaimedExhibitsAnnounced",
  }),
  ReturnExhibits: step({
    does: say("trả lại tang vật", "return exhibits"),
    settles: ["SEIZURE_CUSTODY"],
    fields: {
      lines,
      returnedTo: text(say("người nhận lại", "who gets them back"), 200, OFFENDERS),
      document: noted(document, "Quyết định, biên bản trả lại."),
      returnedOn: day(say("ngày trả lại", "returned on")),
    },
    from: ["IN_CUSTODY"],
    rules: [...doneOn("returnedOn"), ...linesStand(inLines), areCounted(inLines), custodySuffices(inLines)],
    event: "ExhibitsReturned",
  }),
  RecordExhibitDiscrepancy: step({
    does: say("ghi nhận chênh lệch tang vật", "record a discrepancy"),
    note: "What is missing, ruined, or found beyond the number minuted.",
    fields: {
      kind: choice(DISCREPANCY_KINDS, say("loại chênh lệch", "kind of discrepancy")),
      sanctionId: optional(
        ref(
          "Sanction",
          say("quyết định đã tịch thu", "decision"),
          "Of copies that this decision had confiscated. Absent: of copies in custody.",
        ),
      ),
      lines,
      minutesNumber,
      foundOn: day(say("ngày phát hiện", "found on")),
      reason,
    },
    from: NOT_VOIDED,
    rules: [
      ...doneOn("foundOn"),
      ...linesStand(inLines),
      function aStoreHoldsThem({ state, data: { kind, lines: found } }) {
        return kind === "SURPLUS" ? fitIntoAStore(copiesOf(state) + sumOf(found), ["lines"]) : undefined;
      },
      function surplusIsInCustody({ data: { kind, sanctionId } }) {
        const wrong = kind === "SURPLUS" && sanctionId !== null;
        return wrong ? seizureRefusals.EXHIBIT_SURPLUS_NOT_CONFISCATED(["kind"]) : undefined;
      },
      areCounted(inLines),
      function enoughIsThere(asked) {
        const { kind, sanctionId } = asked.data;
        if (kind === "SURPLUS") return undefined;
        return sanctionId === null ? custodySuffices(inLines)(asked) : heldSuffices(inLines, () => sanctionId)(asked);
      },
    ],
    event: "ExhibitDiscrepancyRecorded",
  }),
};
