import { type Chronicle, eventsOf, type EventsOf } from "../kernel/history.js";
import { type LedgerRecord, some } from "../kernel/links.js";
import { say } from "../kernel/words.js";
import type { DecisionRegister, Draw, RegisterName } from "./decisionRegister.js";

const { happens } = eventsOf<DecisionRegister, { readonly registerId: string }>();

/** A number belongs to the paper that bears it: who gives it back names nothing but the paper. */
const paper = (forId: string): LedgerRecord => ({ kind: "DecisionPaper", ref: forId });

/** What can have happened in a register of decisions; what it is after that, ./decider.ts tells. */
export const decisionRegisterEvents = {
  DecisionNumberDrawn: happens<
    RegisterName &
      Draw & {
        /** The record that the paper is, or is about. The first that had numbers gave the field its name. */
        readonly sanctionId: string;
        readonly number: string;
        /** It stood on the paper already, which is entered late. */
        readonly given: boolean;
      }
  >({
    says: ({ number, symbol, given }) =>
      given
        ? say(
            `Vào sổ số ${number}/${symbol} đã ghi trên văn bản.`,
            `The number ${number}/${symbol}, which stood on the paper already, was entered.`,
          )
        : say(`Cấp số ${number}/${symbol} cho văn bản.`, `The number ${number}/${symbol} was drawn for a paper.`),
    about: ({ forId, sanctionId, issuerId }) => ({
      record: paper(forId),
      set: { sanction: some("Sanction", sanctionId), issuer: some("Unit", issuerId) },
      through: [{ record: { kind: "Sanction", ref: sanctionId }, role: null }],
    }),
  }),
  /** The same paper tried again, after a crash for instance: it keeps its number. */
  DecisionNumberTakenOver: happens<Draw & { readonly number: string }>({
    says: say("Văn bản giữ số đã cấp khi thực hiện lại.", "A paper kept its number when it was tried again."),
    about: ({ forId }) => ({ record: paper(forId) }),
  }),
  /** The paper was not issued after all; the number is drawn next. */
  DecisionNumberReleased: happens<Draw & { readonly number: string }>({
    says: say("Thu lại số vì văn bản không ban hành.", "A number was given back, the paper was not issued."),
    about: ({ forId }) => ({ record: paper(forId) }),
  }),
  /** The paper was taken back, as entered in error. The number waits for the paper that really bears it; none draws it. */
  DecisionNumberFreed: happens<Draw & { readonly number: string }>({
    says: say(
      "Trả lại số vì văn bản được ghi nhầm đã hủy bỏ.",
      "A number is free again, the paper that was entered in error was taken back.",
    ),
    about: ({ forId }) => ({ record: paper(forId) }),
  }),
};

export type DecisionRegisterEvent = EventsOf<typeof decisionRegisterEvents>;

export const decisionRegisterHistory: Chronicle = {
  kind: "DecisionRegister",
  category: "decisionRegister",
  timeline: "REGISTER",
  id: "registerId",
  words: say("sổ đăng ký quyết định", "register of decisions"),
  events: decisionRegisterEvents,
};
