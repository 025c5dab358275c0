import { NOBODY } from "../kernel/fields.js";
import { register, registerStepsOf } from "../kernel/register.js";
import { localDateOf } from "../kernel/time.js";
import { calendarSteps } from "./calendarSteps.js";
import { type UnitEvent, unitHistory } from "./events.js";
import { unitRefusals } from "./refusals.js";
import { hasEndedBy, parentsFrom } from "./succession.js";
import { firstOf, nameIsFree, standsUnderOthers } from "./rules.js";
import { unitSteps } from "./steps.js";
import { latestName, type Unit } from "./unit.js";

const { takeBack } = registerStepsOf<Unit, UnitEvent>();

/**
 * A unit (cơ quan, đơn vị): its state (./unit.ts), its events (./events.ts), its steps (./steps.ts). The organisation of
 * the province is kept by the department that runs the ledger.
 */
export const unit = register(unitHistory, {
  may: ["PRESS_OFFICER", "ADMIN"],
  steps: {
    ...unitSteps,
    ...calendarSteps,
    TakeBackUnitEntry: takeBack({
      naming: NOBODY,
      event: "UnitEntryTakenBack",
      rules: [
        function standsUnderOthersStill({ register: units, id, meta, data: { without } }) {
          const today = localDateOf(meta.now);
          const find = (other: string): Unit | undefined => (other === id ? without : units.get(other));
          return firstOf(parentsFrom(without, today, find), ({ parentId, from }) =>
            standsUnderOthers(units, id, parentId, from, ["entryId"]),
          );
        },
        function nameIsStillItsOwn({ register: units, id, meta, data: { without } }) {
          const today = localDateOf(meta.now);
          if (hasEndedBy(without, today)) return undefined;
          const called = { kind: without.kind, name: latestName(without) };
          return firstOf(
            parentsFrom(without, today, (other) => units.get(other)),
            ({ parentId, from }) => nameIsFree(units, { ...called, parentId }, from, ["entryId"], [id]),
          );
        },
      ],
    }),
  },
  refusals: { notFound: unitRefusals.UNIT_NOT_FOUND },
});
