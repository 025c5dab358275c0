import { actsForOneOf } from "../kernel/authority.js";
import { asIn, optional } from "../kernel/fields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import { localDateOf, nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import type { StaffEvent } from "./events.js";
import { staffRefusals as refusals } from "./refusals.js";
import { hasCome, numbersAddUp } from "./rules.js";
import { ASSESSMENT, CORRECTED, NUMBERS, STAFF_SNAPSHOT, type StaffSnapshot, uses } from "./snapshot.js";

const { begin, correction, step, voiding } = stepsOf<StaffSnapshot, StaffEvent, "staffSnapshotId">();

/** What may be done about the numbers of a unit's staff. */
export const staffSteps = {
  TakeStaffSnapshot: begin({
    does: say("ghi số liệu nhân lực công nghệ thông tin", "enter the numbers of the staff"),
    note: "Numbers and no names. Of a unit and a day there is one.",
    begins: "staffSnapshot",
    fields: {
      ...asIn(STAFF_SNAPSHOT, "unitId", "takenOn"),
      ...NUMBERS,
      uses: optional(uses),
      note: STAFF_SNAPSHOT.note,
    },
    looked: looked<{ readonly unit: UnitFact; readonly isTaken: boolean }>(),
    claims: ({ data }) => [{ kind: "STAFF_SNAPSHOT", key: `${data.unitId}|${data.takenOn}` }],
    rules: [
      function clerkIsOfTheUnit({ data, meta }) {
        return actsForOneOf(meta, [data.unit.unitId], ["unitId"]);
      },
      function dayHasCome({ data, meta }) {
        return hasCome(data.takenOn, localDateOf(meta.now), ["takenOn"]);
      },
      function unitExistsThen({ data }) {
        return unitExistsOn(data.unit, data.takenOn, ["unitId"]);
      },
      function addsUp({ data }) {
        return numbersAddUp({ ...data, uses: data.uses ?? [] });
      },
      function onceOfADay({ data: { isTaken, unit, takenOn: on } }) {
        return isTaken ? refusals.STAFF_SNAPSHOT_TWICE(["takenOn"], nameOn(unit.names, on), on) : undefined;
      },
    ],
    event: "StaffSnapshotTaken",
    besides: ({ data: { unit, ...data } }) => ({
      unitName: nameOn(unit.names, data.takenOn),
      unitKind: unit.kind,
      uses: data.uses ?? [],
    }),
  }),
  AssessStaff: step({
    does: say("đánh giá nhân lực và ứng dụng công nghệ thông tin", "assess the staff and the use of technology"),
    may: ["OVERSIGHT", "PRESS_OFFICER", "ADMIN"],
    fields: ASSESSMENT,
    makes: { assessmentId: "assessment" },
    from: ["RECORDED"],
    rules: [
      function afterTheDay({ state, data, meta }) {
        if (data.assessedOn < state.takenOn) return refusals.STAFF_ASSESSED_BEFORE(["assessedOn"], state.takenOn);
        return hasCome(data.assessedOn, localDateOf(meta.now), ["assessedOn"]);
      },
    ],
    event: "StaffAssessed",
  }),

  // Corrections
  CorrectStaffSnapshot: correction({
    does: say("đính chính số liệu", "correct the numbers"),
    event: "StaffSnapshotCorrected",
    note: "Numbers of another unit or day are voided and entered again.",
    fields: CORRECTED,
    from: ["RECORDED"],
    rules: [
      function addsUp({ state, changes }) {
        return numbersAddUp({ ...state, ...changes });
      },
    ],
  }),
  VoidStaffSnapshot: voiding({
    does: say("hủy số liệu nhập nhầm", "void the snapshot"),
    event: "StaffSnapshotVoided",
    from: ["RECORDED"],
  }),
};
