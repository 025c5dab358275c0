import { informationRequestHistory } from "../../domain/informationRequest/events.js";
import { firstReceivedOn, INFORMATION_REQUEST, unitsOf } from "../../domain/informationRequest/informationRequest.js";
import { informationRequestOwes } from "../../domain/informationRequest/dues.js";
import { REQUEST_CHANNELS, REQUEST_REGIMES, REQUEST_STATUSES } from "../../domain/informationRequest/terms.js";
import { choices, day, noted } from "../../domain/kernel/fields.js";
import { say } from "../../domain/kernel/words.js";
import { among, declaredRecords, equal, linkedTo, since, until } from "../declared/declaredRecords.js";
import { found, foundNumber } from "../table/foundTexts.js";
import { maybeText, textColumn } from "../table/recordTable.js";
import { informationRequestTally } from "./figures.js";

/** Requests by the day on which the unit that has them received them. */
export const informationRequests = declaredRecords(informationRequestHistory, {
  name: "information_request",
  source: import.meta.url,
  columns: {
    status: textColumn(({ status }) => status),
    regime: textColumn(({ regime }) => regime),
    channel: textColumn(({ channel }) => channel),
    topic: maybeText(({ topic: of }) => of),
    number: maybeText(({ number: of }) => of),
    held_by: textColumn(({ unitId: of }) => of),
    received_on: textColumn(({ receivedOn }) => receivedOn),
  },
  order: "received_on",
  indexes: { by_holder: ["held_by", "received_on", "id"], by_number: ["number", "received_on", "id"] },
  links: {
    kinds: {
      UNIT: unitsOf,
      ABOVE: ({ escalations }) => [...new Set(escalations.flatMap(({ toUnitId }) => toUnitId ?? []))],
      REPORTER: ({ reporterId }) => (reporterId === null ? [] : [reporterId]),
      AGENCY: ({ agencyId }) => (agencyId === null ? [] : [agencyId]),
      VISIT: ({ visitId }) => (visitId === null ? [] : [visitId]),
    },
  },
  filter: {
    unitId: linkedTo(
      ["UNIT", "ABOVE"],
      noted(INFORMATION_REQUEST.unitId, "It has the request, had it and passed it on, or stands above."),
    ),
    heldById: among("held_by", noted(INFORMATION_REQUEST.unitId, "It has the request now.")),
    regimes: among("regime", choices(REQUEST_REGIMES, say("chế độ", "regimes"))),
    channels: among("channel", choices(REQUEST_CHANNELS, say("kênh tiếp nhận", "channels"))),
    topic: equal("topic", INFORMATION_REQUEST.topic),
    statuses: among("status", choices(REQUEST_STATUSES, say("trạng thái", "statuses")), true),
    number: equal("number", INFORMATION_REQUEST.number),
    reporterId: linkedTo(["REPORTER"], INFORMATION_REQUEST.reporterId),
    agencyId: linkedTo(["AGENCY"], INFORMATION_REQUEST.agencyId),
    visitId: linkedTo(["VISIT"], INFORMATION_REQUEST.visitId),
    from: since("received_on", day(say("nhận từ ngày", "received from"))),
    to: until("received_on", day(say("nhận đến ngày", "received up to"))),
  },
  owes: informationRequestOwes,
  found: {
    by: (state) => ({
      since: firstReceivedOn(state),
      texts: [...found("REQUESTED", state.subject), ...foundNumber("LETTER_NUMBER", state.number)],
    }),
  },
  counts: informationRequestTally,
});
