import { localDateOf } from "../../domain/kernel/time.js";
import type { StatementEvent } from "../../domain/statement/events.js";
import type { Statement } from "../../domain/statement/statement.js";
import type { Recorded } from "../../eventstore/codec.js";
import { count, type EntryOf, type Tally } from "../figures/measures.js";
import type { Version } from "../table/recordTable.js";

const MEASURES = {
  STATEMENTS: count(
    ["UNIT", "STATEMENT_FORM", "TOPIC"],
    "Lần phát ngôn, cung cấp thông tin",
    "Statements to the press; withdrawn ones were made too.",
  ),
  CORRECTION_REQUESTS: count(["UNIT"], "Đề nghị phản hồi, cải chính", "Requests to publish a reply or a correction."),
  CORRECTION_REQUESTS_PUBLISHED: count(
    ["UNIT"],
    "Phản hồi, cải chính đã được đăng",
    "Of those, the ones after which it was published, on that day.",
  ),
};

type Counted = Version<Statement>;

export const statementTally: Tally<Counted, Recorded<StatementEvent>, EntryOf<typeof MEASURES>> = {
  record: "Statement",
  streams: ["statement"],
  measures: MEASURES,
  causes: { StatementCorrected: "CORRECTED", StatementVoided: "VOIDED" },
  idOf: ({ id }) => id,
  counts({ state: { status, unitId: UNIT, form, topic: TOPIC, madeAt, outcome, outcomeOn } }) {
    if (status === "VOIDED") return [];
    const on = localDateOf(madeAt);
    return [
      { measure: "STATEMENTS", UNIT, STATEMENT_FORM: form, TOPIC, on, amount: 1 } as const,
      ...(form === "CORRECTION_REQUEST" ? [{ measure: "CORRECTION_REQUESTS", UNIT, on, amount: 1 } as const] : []),
      ...(outcome === "PUBLISHED" && outcomeOn !== null
        ? [{ measure: "CORRECTION_REQUESTS_PUBLISHED", UNIT, on: outcomeOn, amount: 1 } as const]
        : []),
    ];
  },
};
