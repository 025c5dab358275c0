import { actsForOneOf } from "../kernel/authority.js";
import { asIn, NOBODY, noted, text } from "../kernel/fields.js";
import { hasSome } from "../kernel/steps.js";
import { registerStepsOf } from "../kernel/register.js";
import { say } from "../kernel/words.js";
import type { UnitEvent } from "./events.js";
import { unitRefusals } from "./refusals.js";
import { CALENDAR, type Unit } from "./unit.js";

const { step } = registerStepsOf<Unit, UnitEvent>();

const MAX_CALENDARS = 50;
const SHA_256 = /^[0-9a-f]{64}$/u;

/** A unit's clerk keeps its calendars, too. */
const may = ["CLERK", "PRESS_OFFICER", "ADMIN"] as const;

/** Calendars of what is due to a unit. */
export const calendarSteps = {
  IssueUnitCalendar: step({
    does: say("cấp đường dẫn lịch việc đến hạn", "issue a calendar of what is due"),
    note:
      "Whoever knows the secret reads the calendar at `/calendar/<secret>.ics`, without a token. The caller makes the secret, " +
      "32 random bytes in base64url without padding (43 characters), and sends its hash only: the ledger never has it.",
    may,
    fields: {
      secretHash: text(
        say("mã băm của khóa bí mật", "hash of the secret"),
        64,
        NOBODY,
        "SHA-256 of the 43 characters, in 64 small hexadecimal digits.",
      ),
      ...asIn(CALENDAR.fields, "purpose"),
    },
    makes: { calendarId: "calendar" },
    when: [
      function clerkKeepsCalendarsOfOwnUnit({ state, meta }) {
        return actsForOneOf(meta, [state.unitId], ["unitId"]);
      },
      function calendarsAreFew({ state }) {
        return state.calendars.length < MAX_CALENDARS ? undefined : unitRefusals.CALENDARS_TOO_MANY(["unitId"]);
      },
    ],
    rules: [
      function hashIsOne({ data }) {
        return SHA_256.test(data.secretHash) ? undefined : unitRefusals.CALENDAR_HASH_MALFORMED(["secretHash"]);
      },
      function secretIsItsOwn({ register, data }) {
        const units = [...register.values()];
        const taken = units.some(({ calendars }) => calendars.some((one) => one.secretHash === data.secretHash));
        return taken ? unitRefusals.CALENDAR_SECRET_TAKEN(["secretHash"]) : undefined;
      },
    ],
    event: "UnitCalendarIssued",
    besides: ({ id: unitId }) => ({ unitId }),
  }),
  WithdrawUnitCalendar: step({
    does: say("thu hồi đường dẫn lịch việc đến hạn", "withdraw a calendar of what is due"),
    note: "From then on nobody reads it any more.",
    may,
    fields: { calendarId: noted(CALENDAR.fields.calendarId, "As the unit shows it.") },
    when: [
      function clerkKeepsCalendarsOfOwnUnit({ state, meta }) {
        return actsForOneOf(meta, [state.unitId], ["unitId"]);
      },
      hasSome("calendars", unitRefusals.CALENDAR_NOT_FOUND, "unitId"),
    ],
    rules: [
      function calendarIsThere({ state, data }) {
        const known = state.calendars.some(({ calendarId }) => calendarId === data.calendarId);
        return known ? undefined : unitRefusals.CALENDAR_NOT_FOUND(["calendarId"]);
      },
    ],
    event: "UnitCalendarWithdrawn",
    besides: ({ id: unitId }) => ({ unitId }),
  }),
};
