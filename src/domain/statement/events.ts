import { type CorrectionOf, referenceIn } from "../kernel/fields.js";
import { type EventsOf, eventsOf, history, VOIDED_INSTEAD } from "../kernel/history.js";
import { some } from "../kernel/links.js";
import { termWords } from "../kernel/terms.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import { enMoment, say, viMoment } from "../kernel/words.js";
import { BLANK, type CORRECTED, type Statement } from "./statement.js";
import { CORRECTION_OUTCOMES, STATEMENT_FORMS, STATEMENT_STATUSES } from "./terms.js";

type Made = Omit<Statement, "status" | "outcome" | "outcomeOn" | "outcomeUrl" | "withdrawnOn">;
type Outcome = Exclude<Statement["outcome"], null>;

const { begins, corrects, happens, takesBack, voids } = eventsOf<Statement, { readonly statementId: string }>();

/** What can have happened to a statement. */
export const statementEvents = {
  StatementMade: begins<Made>({
    stays: VOIDED_INSTEAD,
    says({ unitName, form, title, madeAt }) {
      const { vi, en } = termWords(STATEMENT_FORMS, form);
      return say(
        `${unitName} phát ngôn lúc ${viMoment(madeAt)} (${vi}): ${title}.`,
        `${unitName} spoke at ${enMoment(madeAt)} (${en}): ${title}.`,
      );
    },
    on: ({ madeAt }) => localDateOf(madeAt),
    about: ({ unitId, spokespersonId, conferenceId, outletId, aboutIds }) => ({
      set: {
        unit: some("Unit", unitId),
        outlet: some("PressAgency", outletId),
        about: aboutIds.flatMap((one) => {
          const named = referenceIn(one);
          return named ? [{ kind: named.kind, ref: named.id }] : [];
        }),
      },
      once: [...some("Spokesperson", spokespersonId), ...some("PressConference", conferenceId)],
    }),
    begins: ({ statementId: _, ...made }) => ({ ...BLANK, ...made, status: "MADE" }),
  }),
  StatementOutcomeRecorded: happens<{ outcome: Outcome; on: LocalDate; outcomeUrl: string | null }>({
    says({ outcome }) {
      const { vi, en } = termWords(CORRECTION_OUTCOMES, outcome);
      return say(`Đề nghị phản hồi, cải chính ${vi}.`, `The request for a reply or a correction was ${en}.`);
    },
    on: "on",
    changes: (_, { outcome, on, outcomeUrl }) => ({ outcome, outcomeOn: on, outcomeUrl }),
  }),
  StatementWithdrawn: happens<{ withdrawnOn: LocalDate }>({
    says: say("Rút lại phát ngôn.", "The statement was withdrawn."),
    on: "withdrawnOn",
    to: "WITHDRAWN",
    keeps: true,
  }),
  StatementCorrected: corrects<CorrectionOf<typeof CORRECTED> & Partial<Pick<Statement, "spokespersonPost">>>({
    says: say("Đính chính hồ sơ phát ngôn.", "The record of the statement was corrected."),
  }),
  StatementEntryTakenBack: takesBack(),
  StatementVoided: voids({
    says: say("Hủy hồ sơ phát ngôn nhập nhầm.", "The statement was entered in error and is void."),
  }),
};
export type StatementEvent = EventsOf<typeof statementEvents>;

export const statementHistory = history({
  kind: "Statement",
  category: "statement",
  timeline: "STATEMENT",
  id: "statementId",
  words: say("lần phát ngôn", "statement"),
  statuses: STATEMENT_STATUSES,
  events: statementEvents,
  blank: BLANK,
});
