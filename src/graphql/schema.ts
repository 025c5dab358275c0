import "reflect-metadata";
import { type GraphQLSchema, isObjectType } from "graphql";
import { buildSchema, getMetadataStorage, type NonEmptyArray } from "type-graphql";
import type { RecordKind } from "../domain/kernel/fields.js";
import { DueResolver } from "./due/resolver.js";
import { UnitBoardResolver } from "./board/resolver.js";
import { LastFigureDayResolver } from "./figures/lastDay.js";
import { FIGURE_RESOLVERS } from "./figures/resolvers.js";
import { informationRequestApi } from "./informationRequest/api.js";
import { AskedBeforeResolver } from "./informationRequest/askedBefore.js";
import { DaysToAnswerResolver } from "./informationRequest/daysToAnswer.js";
import { RequestsOfVisitResolver } from "./informationRequest/ofVisit.js";
import { InspectionFeedResolver } from "./inspection/feed.js";
import { InspectionOfRecommendationResolver } from "./inspection/ofRecommendation.js";
import { InspectionOverlapResolver } from "./inspection/overlap.js";
import { InspectionDeadlineResolver, InspectionTargetResolver } from "./inspection/parts.js";
import { OverdueRecommendationResolver } from "./inspection/recommendation.js";
import {
  InspectionMutationResolver,
  InspectionQueryResolver,
  RecommendationQueryResolver,
} from "./inspection/resolver.js";
import { DutyRuleResolver } from "./law/duties.js";
import { LawResolver } from "./law/resolver.js";
import { LedgerResolver } from "./ledger/resolver.js";
import { oversightApi } from "./oversight/api.js";
import { LaidFigureResolver, OneLaidFigureResolver } from "./oversight/laidFigures.js";
import { PressItemClusterResolver } from "./pressItem/cluster.js";
import { pressItemApi } from "./pressItem/api.js";
import { PressAgencyMutationResolver, PressAgencyQueryResolver } from "./pressAgency/resolver.js";
import { RecordResolver } from "./record/resolver.js";
import { ReporterMutationResolver, ReporterQueryResolver } from "./reporter/resolver.js";
import {
  RepresentativeOfficeMutationResolver,
  RepresentativeOfficeQueryResolver,
} from "./representativeOffice/resolver.js";
import { ComplaintResolver } from "./sanction/complaints.js";
import { SanctionFeedResolver } from "./sanction/feed.js";
import { FineAccountResolver } from "./sanction/fine.js";
import { SanctionsOfCaseResolver } from "./sanction/ofCase.js";
import { SanctionedPartyResolver } from "./sanction/parts.js";
import { ComplaintQueryResolver, SanctionMutationResolver, SanctionQueryResolver } from "./sanction/resolver.js";
import { SeizuresOfCaseResolver } from "./seizure/ofCase.js";
import { CustodyStepResolver } from "./seizure/custody.js";
import { SeizureMutationResolver, SeizureQueryResolver } from "./seizure/resolver.js";
import { staffApi } from "./staff/api.js";
import { StaffBeforeResolver, StaffResolver } from "./staff/staffOf.js";
import { trainingApi } from "./training/api.js";
import { spokespersonApi } from "./spokesperson/api.js";
import { UnitsWithoutSpokespersonResolver } from "./spokesperson/unitsWithout.js";
import { pressConferenceApi } from "./pressConference/api.js";
import { statementApi } from "./statement/api.js";
import { statementDutyApi, StatementDutyStandingResolver } from "./statementDuty/api.js";
import { PeriodicDutyResolver } from "./statementDuty/periodic.js";
import { unitRuleApi } from "./unitRule/api.js";
import { maskTexts } from "./derive/shown.js";
import { GraphQLDateTime } from "./shared/scalars.js";
import { LedgerFeedResolver } from "./timeline/feed.js";
import { NoticeFeedResolver } from "./timeline/notices.js";
import { TimelineResolver } from "./timeline/resolver.js";
import { UnitMutationResolver, UnitQueryResolver } from "./unit/resolver.js";
import {
  CaseExplanationResolver,
  CaseHearingResolver,
  CasePartyResolver,
  CaseViolationResolver,
} from "./violationCase/parts.js";
import { ViolationCaseMutationResolver, ViolationCaseQueryResolver } from "./violationCase/resolver.js";
import { VocabularyResolver } from "./vocabulary/resolver.js";
import { VisitFeedResolver } from "./visit/feed.js";
import { DuplicateQueryResolver } from "./visit/duplicates.js";
import { VisitMutationResolver, VisitQueryResolver } from "./visit/resolver.js";

type Resolvers = readonly (new () => object)[];

/** What the API asks and does of each kind of record. */
export const OF_RECORDS: Readonly<Record<RecordKind, Resolvers>> = {
  Unit: [UnitQueryResolver, UnitMutationResolver],
  PressAgency: [PressAgencyQueryResolver, PressAgencyMutationResolver],
  RepresentativeOffice: [RepresentativeOfficeQueryResolver, RepresentativeOfficeMutationResolver],
  Reporter: [ReporterQueryResolver, ReporterMutationResolver],
  Visit: [VisitQueryResolver, DuplicateQueryResolver, VisitMutationResolver, VisitFeedResolver],
  Inspection: [
    InspectionQueryResolver,
    RecommendationQueryResolver,
    InspectionMutationResolver,
    InspectionFeedResolver,
    InspectionOverlapResolver,
    InspectionTargetResolver,
    InspectionDeadlineResolver,
    OverdueRecommendationResolver,
    InspectionOfRecommendationResolver,
  ],
  ViolationCase: [
    ViolationCaseQueryResolver,
    ViolationCaseMutationResolver,
    CasePartyResolver,
    CaseViolationResolver,
    CaseHearingResolver,
    CaseExplanationResolver,
  ],
  Sanction: [
    SanctionQueryResolver,
    ComplaintQueryResolver,
    SanctionMutationResolver,
    SanctionFeedResolver,
    SanctionsOfCaseResolver,
    SanctionedPartyResolver,
    FineAccountResolver,
    ComplaintResolver,
  ],
  Seizure: [SeizureQueryResolver, SeizureMutationResolver, SeizuresOfCaseResolver, CustodyStepResolver],
  Spokesperson: [...spokespersonApi.resolvers, UnitsWithoutSpokespersonResolver],
  Oversight: [...oversightApi.resolvers, LaidFigureResolver, OneLaidFigureResolver],
  InformationRequest: [
    ...informationRequestApi.resolvers,
    AskedBeforeResolver,
    DaysToAnswerResolver,
    RequestsOfVisitResolver,
  ],
  UnitRule: unitRuleApi.resolvers,
  Statement: statementApi.resolvers,
  StatementDuty: [...statementDutyApi.resolvers, StatementDutyStandingResolver, PeriodicDutyResolver],
  PressConference: pressConferenceApi.resolvers,
  PressItem: [...pressItemApi.resolvers, PressItemClusterResolver],
  StaffSnapshot: [...staffApi.resolvers, StaffResolver, StaffBeforeResolver],
  TrainingCourse: trainingApi.resolvers,
};

/** What it asks of all records together, or of none: by what docs/schema.graphql calls it. */
export const OF_ALL: Readonly<Record<string, Resolvers>> = {
  "The ledger": [LedgerResolver],
  "Records, their history and feeds": [RecordResolver, TimelineResolver, LedgerFeedResolver, NoticeFeedResolver],
  "What is due, and the board of a unit": [DueResolver, UnitBoardResolver],
  "Law and days": [LawResolver, DutyRuleResolver],
  "Words and forms": [VocabularyResolver],
  // Of one subject's book they are found with the subject.
  "Figures of several subjects": [LastFigureDayResolver, ...FIGURE_RESOLVERS],
};

const RESOLVERS = [...Object.values(OF_ALL), ...Object.values(OF_RECORDS)].flat() as NonEmptyArray<new () => object>;

/** type-graphql wants a publisher for any subscription; ours read the log and never use one. */
const NO_PUB_SUB = {
  publish(): never {
    throw new Error("Feeds read the log; nothing is published.");
  },
  subscribe(): never {
    throw new Error("Feeds read the log; nothing is published.");
  },
};

let built: Promise<GraphQLSchema> | undefined;

/** The whole API, built once a thread: the demo plays its scene through the one that it then serves. */
export const buildLedgerSchema = (): Promise<GraphQLSchema> => (built ??= build());

/** Inputs are validated where commands are carried out, so that every fault found is told as data. */
async function build(): Promise<GraphQLSchema> {
  findExtensionsByClass();
  noResolverBesidesGetters();
  const schema = await buildSchema({
    resolvers: RESOLVERS,
    validate: false,
    pubSub: NO_PUB_SUB,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    // It would be introspected as a whole, in every thread at every start; a test does it once.
    skipCheck: true,
  });
  readGettersDirectly(schema);
  maskTexts(schema);
  return schema;
}

interface Told {
  readonly target: object;
  readonly fieldName?: string;
  readonly extensions: object;
}
interface ExtensionFinder {
  readonly fieldExtensions: readonly Told[];
  readonly classExtensions: readonly Told[];
  findExtensions(target: object, fieldName?: string): object;
}

/**
 * For each field type-graphql looks through what was told beside all fields of all classes: an eighth of a start. Here it
 * looks at those of the class and of whom it extends, who come first.
 */
function findExtensionsByClass(): void {
  const storage = getMetadataStorage() as unknown as ExtensionFinder;
  const { fieldExtensions, classExtensions } = storage;
  const byClass = new Map<object, Told[]>();
  for (const one of [...fieldExtensions, ...classExtensions]) {
    const ofClass = byClass.get(one.target);
    if (ofClass) ofClass.push(one);
    else byClass.set(one.target, [one]);
  }
  const told = (target: object | null): readonly Told[] =>
    target === null ? [] : [...told(Object.getPrototypeOf(target) as object | null), ...(byClass.get(target) ?? [])];
  // It builds a copy of what it has stored, which has its methods only.
  const methods = Object.getPrototypeOf(storage) as ExtensionFinder;
  methods.findExtensions = (target, fieldName) =>
    Object.assign(
      {},
      ...told(target)
        .filter((one) => one.fieldName === fieldName)
        .map(({ extensions }) => extensions),
    );
}

/**
 * A getter is read directly (below), so a resolver of the same field would be asked by nobody, and what it masks would be shown.
 * @throws where there is one
 */
export function noResolverBesidesGetters(
  { fieldResolvers, resolverClasses }: FieldResolvers = getMetadataStorage(),
): void {
  for (const { kind, target, methodName } of fieldResolvers) {
    const found = resolverClasses.find((one) => one.target === target)?.getObjectType();
    const type = kind === "external" && typeof found === "function" ? found : undefined;
    if (type && isGetter(type.prototype as object, methodName)) {
      throw new Error(`${type.name}.${methodName} is a getter: its resolver would not be asked.`);
    }
  }
}
interface FieldResolvers {
  readonly fieldResolvers: readonly { readonly kind: string; readonly target: object; readonly methodName: string }[];
  readonly resolverClasses: readonly { readonly target: object; readonly getObjectType: () => unknown }[];
}

/**
 * type-graphql calls a getter as if it took arguments and had middleware, which is a good part of the cost of a long
 * list. GraphQL's own way of reading a field does the same for a getter.
 */
function readGettersDirectly(schema: GraphQLSchema): void {
  for (const { name, target } of getMetadataStorage().objectTypes) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const [fieldName, field] of Object.entries(type.getFields())) {
      if (isGetter(target.prototype as object, fieldName)) delete field.resolve;
    }
  }
}

function isGetter(prototype: object, name: string): boolean {
  for (let holder: object | null = prototype; holder; holder = Object.getPrototypeOf(holder) as object | null) {
    const property = Object.getOwnPropertyDescriptor(holder, name);
    if (property) return property.get !== undefined;
  }
  return false;
}
