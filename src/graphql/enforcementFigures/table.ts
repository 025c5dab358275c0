import { Ctx, Field, ObjectType } from "type-graphql";
import type { InspectionKind } from "../../domain/inspection/terms.js";
import type { SubjectKind } from "../../domain/law/terms.js";
import type { EnforcementLine, EnforcementQuestion } from "../../projections/enforcementFigureQueries.js";
import type { CountMeasure, MoneyMeasure } from "../../projections/enforcementFigures.js";
import type { Basis } from "../../projections/basis.js";
import { InspectionKindEnum } from "../inspection/enums.js";
import { SubjectKindEnum } from "../law/enums.js";
import { BasisType } from "../shared/asOf.js";
import type { LedgerContext } from "../shared/context.js";
import { LINES_COST } from "../shared/figures.js";
import { LINE_ORDER } from "../shared/lineOrder.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { unitAt, UnitType } from "../unit/types.js";
import { type Asked, EnforcementCount, EnforcementMoney } from "./figures.js";

@ObjectType({
  description:
    "One line of a table: the values it stands for, and the figures. What has no such value stands in a line of its " +
    "own, so that the lines add up: inspections have no violation's code, payments belong to no single violation.",
})
export class EnforcementFigureRow {
  private readonly asked: Asked;

  constructor(
    private readonly line: EnforcementLine,
    question: EnforcementQuestion,
    private readonly basis: Basis,
  ) {
    // The question that has only this line for an answer: its evidence is the line's.
    this.asked = { question: { ...question, groupBy: [], line: line.key }, basis };
  }

  @Field(() => UnitType, { nullable: true, description: "Set when grouped by UNIT." })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    const { UNIT } = this.line.key;
    return UNIT == null ? null : unitAt(reads, UNIT, this.basis);
  }

  @Field(() => String, { nullable: true, description: "Set when grouped by VIOLATION_CODE." })
  get violationCode(): string | null {
    return this.line.key.VIOLATION_CODE ?? null;
  }

  @Field(() => SubjectKindEnum, { nullable: true, description: "Set when grouped by SUBJECT_KIND." })
  get subjectKind(): SubjectKind | null {
    return (this.line.key.SUBJECT_KIND ?? null) as SubjectKind | null;
  }

  @Field(() => InspectionKindEnum, { nullable: true, description: "Set when grouped by INSPECTION_KIND." })
  get inspectionKind(): InspectionKind | null {
    return (this.line.key.INSPECTION_KIND ?? null) as InspectionKind | null;
  }

  @Field(() => String, { nullable: true, description: "`2019-09`. Set when grouped by MONTH." })
  get month(): string | null {
    return this.line.key.MONTH ?? null;
  }

  @Field(() => EnforcementCount, { description: "Inspections and checks that the unit led (chủ trì)." })
  get inspectionsLed(): EnforcementCount {
    return this.count("INSPECTIONS_LED");
  }

  @Field(() => EnforcementCount, {
    description:
      "Inspections and checks in which the unit took part under another's lead (phối hợp), once for each such unit.",
  })
  get inspectionsCoordinated(): EnforcementCount {
    return this.count("INSPECTIONS_COORDINATED");
  }

  @Field(() => EnforcementCount, {
    description: "Those that were inspected (đối tượng thanh tra, kiểm tra), for the unit in the lead.",
  })
  get inspectionTargets(): EnforcementCount {
    return this.count("INSPECTION_TARGETS");
  }

  @Field(() => EnforcementCount, { description: "Cases (vụ việc) in which a violation was found." })
  get cases(): EnforcementCount {
    return this.count("CASES");
  }

  @Field(() => EnforcementCount, { description: "Acts (hành vi vi phạm) as the minutes have them." })
  get violations(): EnforcementCount {
    return this.count("VIOLATIONS");
  }

  @Field(() => EnforcementCount, {
    description:
      "Decisions (quyết định xử phạt) that stand; an annulled one is taken back on the day of its annulment.",
  })
  get decisions(): EnforcementCount {
    return this.count("DECISIONS");
  }

  @Field(() => EnforcementCount, {
    description: "Those sanctioned (tổ chức, cá nhân bị xử phạt), once for each decision.",
  })
  get subjectsSanctioned(): EnforcementCount {
    return this.count("SUBJECTS_SANCTIONED");
  }

  @Field(() => EnforcementMoney, {
    description: "Fines (tiền phạt) decided. Decided = collected + outstanding + reduced + lapsed.",
  })
  get finesDecided(): EnforcementMoney {
    return this.money("FINES_DECIDED");
  }

  @Field(() => EnforcementMoney, { description: "Fines paid, without interest." })
  get finesCollected(): EnforcementMoney {
    return this.money("FINES_COLLECTED");
  }

  @Field(() => EnforcementMoney, { description: "By how much the unpaid fines grew in the period." })
  get finesOutstanding(): EnforcementMoney {
    return this.money("FINES_OUTSTANDING");
  }

  @Field(() => EnforcementMoney, { description: "Fines reduced or exempted (giảm, miễn)." })
  get finesReduced(): EnforcementMoney {
    return this.money("FINES_REDUCED");
  }

  @Field(() => EnforcementMoney, {
    description: "Fines that can no longer be collected (hết thời hiệu thi hành, chết, giải thể, phá sản).",
  })
  get finesLapsed(): EnforcementMoney {
    return this.money("FINES_LAPSED");
  }

  @Field(() => EnforcementMoney, { description: "Late interest (tiền chậm nộp) paid." })
  get interestCollected(): EnforcementMoney {
    return this.money("INTEREST_COLLECTED");
  }

  @Field(() => EnforcementMoney, { description: "By how much that grew which is owed back." })
  get refundsDue(): EnforcementMoney {
    return this.money("REFUNDS_DUE");
  }

  @Field(() => EnforcementCount, { description: "Warnings (cảnh cáo)." })
  get warnings(): EnforcementCount {
    return this.count("WARNINGS");
  }

  @Field(() => EnforcementCount, {
    description: "Suspensions of a licence or of the activity (tước quyền sử dụng giấy phép, đình chỉ hoạt động).",
  })
  get suspensions(): EnforcementCount {
    return this.count("SUSPENSIONS");
  }

  @Field(() => EnforcementCount, {
    description: "Lines of the inventories of what was seized (tạm giữ), one for each title.",
  })
  get titlesSeized(): EnforcementCount {
    return this.count("TITLES_SEIZED");
  }

  @Field(() => EnforcementCount, { description: "Copies seized." })
  get copiesSeized(): EnforcementCount {
    return this.count("COPIES_SEIZED");
  }

  @Field(() => EnforcementCount, { description: "Titles of which copies were returned (trả lại)." })
  get titlesReturned(): EnforcementCount {
    return this.count("TITLES_RETURNED");
  }

  @Field(() => EnforcementCount, { description: "Copies returned." })
  get copiesReturned(): EnforcementCount {
    return this.count("COPIES_RETURNED");
  }

  @Field(() => EnforcementCount, { description: "Titles of which copies were confiscated (tịch thu)." })
  get titlesConfiscated(): EnforcementCount {
    return this.count("TITLES_CONFISCATED");
  }

  @Field(() => EnforcementCount, { description: "Copies confiscated." })
  get copiesConfiscated(): EnforcementCount {
    return this.count("COPIES_CONFISCATED");
  }

  @Field(() => EnforcementCount, { description: "Titles of which copies were destroyed (tiêu hủy)." })
  get titlesDestroyed(): EnforcementCount {
    return this.count("TITLES_DESTROYED");
  }

  @Field(() => EnforcementCount, { description: "Copies destroyed." })
  get copiesDestroyed(): EnforcementCount {
    return this.count("COPIES_DESTROYED");
  }

  @Field(() => EnforcementCount, { description: "Complaints and court actions (khiếu nại, khởi kiện) lodged." })
  get complaints(): EnforcementCount {
    return this.count("COMPLAINTS");
  }

  @Field(() => EnforcementCount, { description: "Complaints and court actions resolved." })
  get complaintsResolved(): EnforcementCount {
    return this.count("COMPLAINTS_RESOLVED");
  }

  private count(measure: CountMeasure): EnforcementCount {
    return new EnforcementCount(this.line.figures.get(measure) ?? 0n, measure, this.asked);
  }

  private money(measure: MoneyMeasure): EnforcementMoney {
    return new EnforcementMoney(this.line.figures.get(measure) ?? 0n, measure, this.asked);
  }
}

@ObjectType()
export class EnforcementFigureTable {
  @Field(() => GraphQLLocalDate)
  readonly from: string;
  @Field(() => GraphQLLocalDate)
  readonly to: string;
  @Field(() => [EnforcementFigureRow], { description: LINE_ORDER, complexity: LINES_COST })
  readonly rows: EnforcementFigureRow[];
  @Field(() => BasisType)
  readonly basis: BasisType;

  constructor(question: EnforcementQuestion, lines: readonly EnforcementLine[], basis: Basis) {
    this.from = question.from;
    this.to = question.to;
    this.rows = lines.map((line) => new EnforcementFigureRow(line, question, basis));
    this.basis = new BasisType(basis);
  }
}
