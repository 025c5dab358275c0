import { occurrenceRefusals } from "../kernel/occurrence.js";
import { sameName } from "../kernel/names.js";
import { localDateOf } from "../kernel/time.js";
import type { SeizureStep } from "./commands.js";
import { minutesChanges, linesChanges } from "./changes.js";
import type { StepPolicy } from "./stepPolicy.js";
import { custodySuffices, linesAreCounted, linesAreUnsealed } from "./policiesByStep.js";
import { isUntouched, totalsOf } from "./quantities.js";
import { exhibitRefusals } from "./refusals.js";
import type { ExhibitLine, Seizure } from "./seizure.js";

type StepOf<T extends SeizureStep["type"]> = Extract<SeizureStep, { type: T }>;
type Correction = "SplitExhibitLot" | "MergeExhibitLots" | "CorrectInventory" | "VoidSeizure";

/** The rules of what changes the record only: lots, the inventory, the whole. */
const CORRECTIONS: { readonly [T in Correction]: readonly StepPolicy<StepOf<T>>[] } = {
  SplitExhibitLot: [
    linesAreCounted,
    linesAreUnsealed,
    custodySuffices,
    function somethingStays({ seizure, command }) {
      const { lineId, copies } = command.data;
      const { inCustody = 0, seized = 0 } = lineIn(seizure, lineId) ?? {};
      return copies < Math.min(inCustody, seized) ? undefined : exhibitRefusals.EXHIBIT_SPLIT_TAKES_ALL(["copies"]);
    },
  ],
  MergeExhibitLots: [
    linesAreCounted,
    function lotsAreOfOneKind({ seizure, command }) {
      const into = lineIn(seizure, command.data.lineId);
      const from = lineIn(seizure, command.data.fromLineId);
      const alike = into && from && sameName(into.title, from.title) && into.unit === from.unit;
      return alike ? undefined : exhibitRefusals.EXHIBIT_LOTS_DIFFER(["fromLineId"]);
    },
    function mergedLotIsWhole({ seizure, command }) {
      const from = lineIn(seizure, command.data.fromLineId);
      return from && isUntouched(from) ? undefined : exhibitRefusals.EXHIBIT_LOT_TOUCHED(["fromLineId"]);
    },
  ],
  CorrectInventory: [
    function correctedDayHasCome({ command, meta }) {
      const { seizedOn } = command.data.minutes;
      const ahead = seizedOn !== undefined && seizedOn > localDateOf(meta.now);
      return ahead ? occurrenceRefusals.OCCURRED_IN_FUTURE(["seizedOn"], meta.now) : undefined;
    },
    function correctedDayIsBeforeTheSteps({ seizure, command }) {
      const { seizedOn } = command.data.minutes;
      const after = seizedOn !== undefined && seizure.firstStepOn !== null && seizedOn > seizure.firstStepOn;
      return after ? exhibitRefusals.SEIZURE_AFTER_ITS_STEPS(["seizedOn"]) : undefined;
    },
    function notFewerThanDisposed({ seizure, command }) {
      for (const [at, { lineId, changes }] of command.data.lines.entries()) {
        const line = lineIn(seizure, lineId);
        const least = line ? line.seized - line.inCustody : 0;
        if (changes.copies !== undefined && changes.copies < least) {
          return exhibitRefusals.EXHIBITS_FEWER_THAN_DISPOSED(["lines", at, "copies"], least);
        }
      }
      return undefined;
    },
    function somethingChanges({ seizure, command }) {
      const { minutes, lines, dueOn } = command.data;
      const changed =
        Object.keys(minutesChanges(minutes, dueOn, seizure)).length + linesChanges(lines, seizure).length > 0;
      return changed ? undefined : exhibitRefusals.INVENTORY_UNCHANGED([]);
    },
  ],
  VoidSeizure: [
    function nothingWasDisposedOf({ seizure }) {
      const disposed = seizure.lines.some((line) => {
        const { returned, confiscated, compensable } = totalsOf(line);
        return returned + confiscated + compensable > 0;
      });
      return disposed ? exhibitRefusals.EXHIBITS_DISPOSED(["seizureId"]) : undefined;
    },
  ],
};

const lineIn = ({ lines }: Seizure, lineId: string): ExhibitLine | undefined =>
  lines.find((line) => line.lineId === lineId);

/** Undefined for a step with the exhibits themselves. */
export const correctionsFor = (type: SeizureStep["type"]): readonly StepPolicy[] | undefined =>
  type in CORRECTIONS ? (CORRECTIONS[type as Correction] as readonly StepPolicy[]) : undefined;
