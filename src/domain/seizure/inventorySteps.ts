import { asIn, noted, optional } from "../kernel/fields.js";
import { sameName } from "../kernel/names.js";
import { occurrenceRefusals } from "../kernel/occurrence.js";
import { looked, stepsOf } from "../kernel/steps.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { SeizureEvent } from "./events.js";
import {
  copies,
  correctedLines,
  custodian,
  decisionNumber,
  lineId,
  minutesNumber,
  place,
  reason,
  sealNumber,
  seizedOn,
} from "./fields.js";
import { copiesOf, isUntouched, totalsOf } from "./quantities.js";
import { seizureRefusals } from "./refusals.js";
import {
  areCounted,
  areUnsealed,
  custodySuffices,
  fitIntoAStore,
  inLineId,
  lineIn,
  linesStand,
  named,
  type Names,
} from "./rules.js";
import { SEIZURE, type Seizure } from "./seizure.js";
import { NOT_VOIDED } from "./terms.js";

const { correction, step, voiding } = stepsOf<Seizure, SeizureEvent, "seizureId">();

const inBothLots: Names<{ readonly lineId: string; readonly fromLineId: string }> = (data) => [
  { lineId: data.lineId, copies: null, path: ["lineId"] },
  { lineId: data.fromLineId, copies: null, path: ["fromLineId"] },
];
/** Without lines, the minutes alone are corrected. */
const inCorrectedLines: Names<{ readonly lines: Parameters<typeof named>[1] | null }> = ({ lines }) =>
  lines === null ? undefined : named("lines", lines);

/** What changes the record, not the exhibits: lots, corrections, voiding. */
export const inventorySteps = {
  SplitExhibitLot: step({
    does: say("tách lô tang vật", "split a lot"),
    note: "Splits copies off a line into a line of their own; the title still counts once.",
    corrects: true,
    fields: {
      lineId,
      copies: noted(copies, "How many go into the new line."),
      place,
      custodian,
      sealNumber: optional(sealNumber),
      reason,
    },
    makes: { newLineId: "exhibitLine" },
    from: ["IN_CUSTODY"],
    rules: [
      ...linesStand(inLineId),
      areCounted(inLineId),
      areUnsealed(inLineId),
      custodySuffices(inLineId),
      function somethingStays({ state, data }) {
        const { inCustody = 0, seized = 0 } = lineIn(state, data.lineId) ?? {};
        const stays = data.copies < Math.min(inCustody, seized);
        return stays ? undefined : seizureRefusals.EXHIBIT_SPLIT_TAKES_ALL(["copies"]);
      },
    ],
    event: "ExhibitLotSplit",
  }),
  MergeExhibitLots: step({
    does: say("gộp lô tang vật", "merge lots"),
    note: "Puts a line into another of the same title.",
    corrects: true,
    fields: {
      lineId: noted(lineId, "The line that stays."),
      fromLineId: noted(lineId, "The line that goes into it."),
      reason,
    },
    from: ["IN_CUSTODY"],
    rules: [
      ...linesStand(inBothLots, { twice: seizureRefusals.EXHIBIT_LOT_MERGED_WITH_ITSELF }),
      areCounted(inBothLots),
      function lotsAreOfOneKind({ state, data }) {
        const into = lineIn(state, data.lineId);
        const from = lineIn(state, data.fromLineId);
        const alike = into && from && sameName(into.title, from.title) && into.unit === from.unit;
        return alike ? undefined : seizureRefusals.EXHIBIT_LOTS_DIFFER(["fromLineId"]);
      },
      function mergedLotIsWhole({ state, data }) {
        const from = lineIn(state, data.fromLineId);
        return from && isUntouched(from) ? undefined : seizureRefusals.EXHIBIT_LOT_TOUCHED(["fromLineId"]);
      },
    ],
    event: "ExhibitLotsMerged",
  }),
  CorrectInventory: correction({
    does: say("đính chính bảng kê tang vật", "correct the inventory"),
    event: "InventoryCorrected",
    note: "Corrects what the minutes say; the figures of that day follow.",
    reason,
    fields: {
      ...{ minutesNumber, decisionNumber },
      seizedOn: noted(seizedOn, "The last day in time moves with it."),
      ...asIn(SEIZURE, "grounds"),
      lines: correctedLines,
    },
    /** The last day in time, were it seized on the corrected day; null: the day stays. */
    looked: looked<{ readonly dueOn: LocalDate | null }>(),
    from: NOT_VOIDED,
    rules: [
      ...linesStand(inCorrectedLines),
      function aStoreHoldsThem({ state, data }) {
        const more = (data.lines ?? []).map(({ lineId: id, copies: seized }) => {
          const line = lineIn(state, id);
          return line && seized !== null ? Math.max(seized - line.seized, 0) : 0;
        });
        return fitIntoAStore(
          more.reduce((total, one) => total + one, copiesOf(state)),
          ["lines"],
        );
      },
      function correctedDayHasCome({ data, meta }) {
        const ahead = data.seizedOn !== null && data.seizedOn > localDateOf(meta.now);
        return ahead ? occurrenceRefusals.OCCURRED_IN_FUTURE(["seizedOn"], meta.now) : undefined;
      },
      function correctedDayIsBeforeTheSteps({ state, data }) {
        const after = data.seizedOn !== null && state.firstStepOn !== null && data.seizedOn > state.firstStepOn;
        return after ? seizureRefusals.SEIZURE_AFTER_ITS_STEPS(["seizedOn"]) : undefined;
      },
      function notFewerThanDisposed({ state, data }) {
        for (const [at, { lineId: id, copies: seized }] of (data.lines ?? []).entries()) {
          const line = lineIn(state, id);
          const least = line ? line.seized - line.inCustody : 0;
          if (seized !== null && seized < least) {
            return seizureRefusals.EXHIBITS_FEWER_THAN_DISPOSED(["lines", at, "copies"], least);
          }
        }
        return undefined;
      },
    ],
    recorded: (state) => ({ ...state, lines: state.lines.map((line) => ({ ...line, copies: line.seized })) }),
    told: ({ state, data: { dueOn }, changes: { lines = [], ...minutes } }) => ({
      minutes: { ...minutes, ...(minutes.seizedOn && dueOn !== null && dueOn !== state.dueOn && { dueOn }) },
      lines,
    }),
  }),
  VoidSeizure: voiding({
    event: "SeizureVoided",
    note: "Only while nothing was disposed of.",
    reason,
    from: NOT_VOIDED,
    when: [
      function nothingWasDisposedOf({ state }) {
        const disposed = state.lines.some((line) => {
          const { returned, confiscated, compensable } = totalsOf(line);
          return returned + confiscated + compensable > 0;
        });
        return disposed ? seizureRefusals.EXHIBITS_DISPOSED(["seizureId"]) : undefined;
      },
    ],
  }),
};
