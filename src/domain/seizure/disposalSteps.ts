import { day, NOBODY, noted, optional, ref, text, texts, vnd } from "../kernel/fields.js";
import { sameName } from "../kernel/names.js";
import { looked, stepsOf } from "../kernel/steps.js";
import { say } from "../kernel/words.js";
import type { SanctionFact } from "../sanction/decision.js";
import type { SeizureEvent } from "./events.js";
import { confiscatedBy, document, type LineCopies, lines, minutesNumber, PERSONS, reason } from "./fields.js";
import { seizureRefusals } from "./refusals.js";
import {
  areCounted,
  confiscates,
  confiscationOf,
  custodySuffices,
  decisionConfiscates,
  decisionIsOfTheCase,
  disposal,
  doneOn,
  inLines,
  linesStand,
} from "./rules.js";
import type { Confiscation, Seizure } from "./seizure.js";
import { HELD, NOT_VOIDED } from "./terms.js";

const { step } = stepsOf<Seizure, SeizureEvent, "seizureId">();

/** Law on Handling Administrative Violations 2012, Art. 126.5: destroyed by a council, with minutes. */
const LEAST_COUNCIL = 3;

/** What was done by the decision with each line, where it is anything. */
const linesWhere = (
  seizure: Seizure,
  sanctionId: string,
  copies: (done: Confiscation) => number,
): readonly LineCopies[] =>
  seizure.lines.flatMap((line) => {
    const done = confiscationOf(line, sanctionId);
    const number = done ? copies(done) : 0;
    return number > 0 ? [{ lineId: line.lineId, copies: number }] : [];
  });

/** What rests on a sanction decision: confiscation, what is done with confiscated copies, and its revocation. */
export const disposalSteps = {
  ConfiscateExhibits: step({
    does: say("tịch thu tang vật", "confiscate exhibits"),
    settles: ["SEIZURE_CUSTODY"],
    note: "By a sanction decision that orders it.",
    fields: { sanctionId: confiscatedBy, lines, confiscatedOn: day(say("ngày tịch thu", "confiscated on")) },
    looked: looked<{ readonly sanction: SanctionFact }>(),
    from: ["IN_CUSTODY"],
    rules: [
      ...doneOn("confiscatedOn"),
      ...linesStand(inLines),
      decisionIsOfTheCase,
      decisionConfiscates,
      function afterTheDecision({ data: { sanction, confiscatedOn } }) {
        const before = confiscatedOn < sanction.signedOn;
        return before ? seizureRefusals.EXHIBITS_BEFORE_DECISION(["confiscatedOn"], sanction.signedOn) : undefined;
      },
      function unknownOwnerWasSought({ state, data: { sanction, confiscatedOn } }) {
        const sought = sanction.basis !== null || state.announcedOn.some((announced) => announced <= confiscatedOn);
        return sought ? undefined : seizureRefusals.EXHIBITS_OWNER_NOT_SOUGHT(["sanctionId"]);
      },
      areCounted(inLines),
      custodySuffices(inLines),
    ],
    event: "ExhibitsConfiscated",
    besides: ({ data }) => ({ decisionNumber: data.sanction.numberText }),
  }),
  DestroyExhibits: step({
    does: say("tiêu hủy tang vật", "destroy exhibits"),
    note: "Destroys confiscated copies before a council.",
    fields: {
      sanctionId: confiscatedBy,
      lines,
      council: texts(say("hội đồng tiêu hủy", "destruction council"), PERSONS, NOBODY, "At least three members."),
      minutesNumber: noted(minutesNumber, "Số biên bản tiêu hủy."),
      method: text(say("cách thức tiêu hủy", "method"), 200, NOBODY, "How: shredded, burnt."),
      destroyedOn: day(say("ngày tiêu hủy", "destroyed on")),
    },
    looked: looked<{ readonly sanction: SanctionFact }>(),
    from: HELD,
    rules: [
      ...disposal("destroyedOn"),
      function councilIsLargeEnough({ data: { council } }) {
        const different = council.filter((name, at) => council.findIndex((other) => sameName(other, name)) === at);
        const small = different.length < LEAST_COUNCIL;
        return small ? seizureRefusals.DESTRUCTION_COUNCIL_TOO_SMALL(["council"]) : undefined;
      },
    ],
    event: "ExhibitsDestroyed",
  }),
  TransferExhibits: step({
    does: say("chuyển giao tang vật", "hand exhibits over"),
    note: "Hands confiscated copies over to a body.",
    fields: {
      sanctionId: confiscatedBy,
      lines,
      toBody: text(say("cơ quan tiếp nhận", "body that takes them over"), 200, NOBODY),
      document,
      transferredOn: day(say("ngày chuyển giao", "handed over on")),
    },
    looked: looked<{ readonly sanction: SanctionFact }>(),
    from: HELD,
    rules: disposal("transferredOn"),
    event: "ExhibitsTransferred",
  }),
  SellExhibits: step({
    does: say("bán đấu giá tang vật", "sell exhibits"),
    note: "Sells confiscated copies by auction.",
    fields: {
      sanctionId: confiscatedBy,
      lines,
      proceeds: vnd(say("số tiền thu được", "proceeds"), "Of the auction."),
      document,
      soldOn: day(say("ngày bán", "sold on")),
    },
    looked: looked<{ readonly sanction: SanctionFact }>(),
    from: HELD,
    rules: [
      ...disposal("soldOn"),
      function saleIsNotExcluded({ data: { sanction } }) {
        return sanction.ordersDestruction ? seizureRefusals.EXHIBITS_TO_BE_DESTROYED(["sanctionId"]) : undefined;
      },
    ],
    event: "ExhibitsSold",
  }),
  RevokeConfiscation: step({
    does: say("hủy việc tịch thu tang vật", "revoke the confiscation"),
    note:
      "The decision was annulled or amended: what is still held comes back into custody; for what is gone, compensation " +
      "is due.",
    fields: {
      sanctionId: ref(
        "Sanction",
        say("quyết định đã tịch thu", "decision"),
        "The decision that was annulled, or amended so that it confiscates no more.",
      ),
      carriedOverToId: optional(
        ref(
          "Sanction",
          say("quyết định thay thế", "replacing decision"),
          "A decision that replaces it and confiscates the same. Absent: the copies come back into custody.",
        ),
      ),
      revokedOn: day(say("ngày hủy việc tịch thu", "revoked on")),
      reason,
    },
    looked: looked<{
      readonly sanction: SanctionFact;
      /** The decision on which the confiscation stands from now on; null: on none. */
      readonly carriedOverTo: SanctionFact | null;
    }>(),
    from: NOT_VOIDED,
    rules: [
      ...doneOn("revokedOn"),
      decisionIsOfTheCase,
      function decisionConfiscatesNoMore({ state, data }) {
        const stands = confiscates(data.sanction, state);
        return stands ? seizureRefusals.CONFISCATION_STILL_ORDERED(["sanctionId"]) : undefined;
      },
      function somethingWasConfiscated({ state, data: { sanction } }) {
        const something = linesWhere(state, sanction.sanctionId, ({ confiscated }) => confiscated).length > 0;
        return something ? undefined : seizureRefusals.EXHIBITS_NOT_CONFISCATED(["sanctionId"]);
      },
      function afterAnnulment({ data: { sanction, revokedOn } }) {
        const { annulledOn } = sanction;
        const before = annulledOn !== null && revokedOn < annulledOn;
        return before ? seizureRefusals.EXHIBITS_BEFORE_ANNULMENT(["revokedOn"], annulledOn) : undefined;
      },
      function replacingDecisionConfiscates({ state, data: { sanction, carriedOverTo } }) {
        if (!carriedOverTo) return undefined;
        const path = ["carriedOverToId"];
        if (carriedOverTo.sanctionId === sanction.sanctionId) {
          return seizureRefusals.CONFISCATION_CARRIED_TO_ITSELF(path);
        }
        if (carriedOverTo.caseId !== state.caseId) return seizureRefusals.EXHIBITS_OF_ANOTHER_CASE(path);
        return confiscates(carriedOverTo, state) ? undefined : seizureRefusals.EXHIBITS_NOT_ORDERED_CONFISCATED(path);
      },
    ],
    tells: {
      /** What is still held comes back; for what is gone, compensation is due. Or all of it stands on another decision. */
      ConfiscationRevoked({ state, data: { sanction, carriedOverTo, revokedOn } }) {
        const { sanctionId } = sanction;
        const onAnother = carriedOverTo && {
          sanctionId: carriedOverTo.sanctionId,
          decisionNumber: carriedOverTo.numberText,
        };
        return {
          sanctionId,
          revokedOn,
          carriedOverTo: onAnother,
          lines: onAnother ? [] : linesWhere(state, sanctionId, ({ held }) => held),
          compensable: onAnother ? [] : linesWhere(state, sanctionId, ({ confiscated, held }) => confiscated - held),
        };
      },
    },
  }),
};
