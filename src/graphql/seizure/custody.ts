import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import {
  choice,
  count,
  type DataOf,
  day,
  many,
  NOBODY,
  noted,
  OFFENDERS,
  one,
  optional,
  part,
  ref,
  text,
  texts,
  vnd,
} from "../../domain/kernel/fields.js";
import { say } from "../../domain/kernel/words.js";
import { LAW_REFERENCE } from "../../domain/law/lawBook.js";
import type { SeizureEvent } from "../../domain/seizure/events.js";
import { custodian, lineId, PERSONS, place, reason } from "../../domain/seizure/fields.js";
import { CUSTODY_STEPS, type CustodyStepKind } from "../../domain/seizure/terms.js";
import type { CustodyStepRow } from "../../projections/seizure/steps.js";
import type { Basis } from "../../projections/table/basis.js";
import { shownPart, type Shows } from "../derive/shownFields.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { EventType } from "../shared/event.js";

const LINE = part(
  "CustodyStepLine",
  {
    lineId,
    copies: optional(count(say("số bản", "copies"), {}, "Null: the whole line, whatever its number.")),
    difference: optional(
      count(
        say("chênh lệch", "difference"),
        { min: Number.MIN_SAFE_INTEGER },
        "Of a count: counted less what the record had.",
      ),
    ),
    sealNumber: optional(text(say("số niêm phong mới", "number of the new seal"), 60, NOBODY, "The new seal.")),
  },
  "A line that a step was about, and how many of it.",
);
type StepLine = DataOf<typeof LINE.fields>;

const STEP = part(
  "CustodyStep",
  {
    kind: choice(CUSTODY_STEPS, say("bước xử lý", "kind of step")),
    day: day(say("ngày", "day"), "On which it was done, as the papers have it."),
    reason: optional(reason),
    lines: many(
      LINE,
      say("tang vật liên quan", "lines concerned"),
      { most: 200, least: 0 },
      "Empty: the seizure as a whole.",
    ),
    document: optional(
      text(
        say("số, ký hiệu văn bản", "number of the paper"),
        200,
        NOBODY,
        "The minutes, decision or other document (số văn bản).",
      ),
    ),
    place: optional(noted(place, "Where they are kept.")),
    custodian: optional(noted(custodian, "Who keeps them.")),
    present: optional(
      texts(say("người chứng kiến", "who was present"), PERSONS, OFFENDERS, "At unsealing or sealing."),
    ),
    council: optional(texts(say("hội đồng tiêu hủy", "destruction council"), PERSONS, NOBODY)),
    manner: optional(
      text(say("cách thức", "manner"), 300, NOBODY, "How they were destroyed, or where the notice was published."),
    ),
    returnedTo: optional(text(say("người nhận lại", "returned to"), 200, OFFENDERS, "Who got them back.")),
    toBody: optional(
      text(
        say("cơ quan tiếp nhận", "body that took them over"),
        200,
        NOBODY,
        "The body that they were handed over to.",
      ),
    ),
    proceeds: optional(vnd(say("tiền thu được", "proceeds"), "Of the sale.")),
    sanctionId: optional(
      ref("Sanction", say("quyết định xử phạt", "sanction decision"), "The decision by which it was done."),
    ),
    carriedOverToId: optional(
      ref(
        "Sanction",
        say("quyết định kế tiếp", "carried over to"),
        "The decision on which a confiscation stands from then on.",
      ),
    ),
    dueOn: optional(day(say("thời hạn", "due on"), "The last day in time, as notified.")),
    law: optional(
      one(
        LAW_REFERENCE,
        say("căn cứ của thời hạn tạm giữ", "law of the custody"),
        "The row of the law from which the time was reckoned.",
      ),
    ),
  },
  "One step of the chain of custody. What a step of this kind does not have is null.",
);

const CustodyStep = shownPart(STEP);
export const CustodyStepConnection = connectionType("CustodyStep", () => CustodyStep);

/** The step that an event was. */
export function shownStep(row: CustodyStepRow, basis: Basis): Shows<typeof STEP.fields> {
  const data = JSON.parse(row.data_json) as StepData;
  const { document, minutesNumber, decisionNumber, method, medium, carriedOverTo } = data;
  const state = {
    ...{ kind: row.kind, day: row.day, reason: row.reason, position: row.position },
    lines: linesOf(row.kind, data as AnyLines),
    document: document ?? minutesNumber ?? decisionNumber ?? null,
    ...{ place: data.place ?? null, custodian: data.custodian ?? null },
    ...{ present: data.present ?? null, council: data.council ?? null },
    manner: method ?? medium ?? null,
    ...{ returnedTo: data.returnedTo ?? null, toBody: data.toBody ?? null, proceeds: data.proceeds ?? null },
    ...{ sanctionId: data.sanctionId ?? null, carriedOverToId: carriedOverTo?.sanctionId ?? null },
    ...{ dueOn: data.dueOn ?? null, law: data.law ?? null },
  };
  return new CustodyStep({ state, basis });
}

/** What a step may hold: each kind has some of it. */
type StepData = Partial<
  UnionToIntersection<Exclude<SeizureEvent["data"], Extract<SeizureEvent, { type: "InventoryCorrected" }>["data"]>>
>;
type UnionToIntersection<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;

@Resolver(() => CustodyStep)
export class CustodyStepResolver {
  @FieldResolver(() => EventType, { description: "Who recorded it, and when." })
  event(
    @Root() { shown }: { readonly shown: { readonly state: Pick<CustodyStepRow, "position"> } },
    @Ctx() { reads }: LedgerContext,
  ): EventType {
    const row = reads.events.at(shown.state.position);
    if (!row) throw new Error("A step stands at a position where no event stands.");
    return EventType.ofRow(row);
  }
}

/** The shape of a step's lines, as each kind of event has them. */
interface AnyLines {
  readonly lines?: readonly (Partial<StepLine> & {
    readonly lineId: string;
    readonly counted?: number;
    readonly changes?: { readonly copies?: number };
  })[];
  readonly lineIds?: readonly string[];
  readonly seals?: readonly { readonly lineId: string; readonly sealNumber: string }[];
  readonly lineId?: string;
  readonly newLineId?: string;
  readonly fromLineId?: string;
  readonly copies?: number;
}

function linesOf(kind: CustodyStepKind, data: AnyLines): readonly StepLine[] {
  const { lines = [], lineIds = [], seals = [], lineId, newLineId, fromLineId, copies = null } = data;
  if (kind === "SPLIT" && lineId && newLineId) return [stepLine({ lineId, copies }), stepLine({ lineId: newLineId })];
  if (kind === "MERGED" && lineId && fromLineId) return [lineId, fromLineId].map((one) => stepLine({ lineId: one }));
  return [
    ...lines.map((line) => stepLine({ ...line, copies: line.copies ?? line.counted ?? line.changes?.copies ?? null })),
    ...lineIds.map((one) => stepLine({ lineId: one })),
    ...seals.map(stepLine),
  ];
}

function stepLine({
  lineId,
  copies = null,
  difference = null,
  sealNumber = null,
}: Partial<StepLine> & Pick<StepLine, "lineId">): StepLine {
  return { lineId, copies, difference, sealNumber };
}
