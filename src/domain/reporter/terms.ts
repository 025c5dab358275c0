import { type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The closed lists of words with which reporters are told. */

/** A resident reporter: Press Law 2016, Art. 22. Who holds a press card is a journalist: Art. 25. */
export const REPORTER_KINDS = terms(
  "ReporterKind",
  "Nhà báo (có thẻ); phóng viên thường trú; phóng viên được giới thiệu thường xuyên; không thường xuyên; " +
    "cộng tác viên; phóng viên nước ngoài.",
  {
    CARD_HOLDER: say("nhà báo (có thẻ nhà báo)", "journalist with a press card"),
    RESIDENT: say("phóng viên thường trú", "resident reporter"),
    REGULARLY_INTRODUCED: say("phóng viên được giới thiệu thường xuyên", "reporter introduced regularly"),
    OCCASIONAL: say("phóng viên hoạt động không thường xuyên", "occasional reporter"),
    COLLABORATOR: say("cộng tác viên", "collaborator"),
    FOREIGN: say("phóng viên nước ngoài", "foreign reporter"),
  },
);
export type ReporterKind = TermOf<typeof REPORTER_KINDS>;
