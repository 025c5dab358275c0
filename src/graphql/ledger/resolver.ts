import { Arg, Args, Ctx, Field, ID, ObjectType, Query, registerEnumType, Resolver } from "type-graphql";
import { NOBODY, type RecordKind } from "../../domain/kernel/fields.js";
import { recordAt, shownAs } from "../derive/registry.js";
import { TIMELINE_KINDS } from "../../domain/kernel/history.js";
import type { Scopes } from "../../domain/kernel/scopes.js";
import { TermsField } from "../derive/enums.js";
import { TextField } from "../derive/shown.js";
import type { Role } from "../../domain/kernel/actor.js";
import type { Basis } from "../../projections/table/basis.js";
import { SEARCH_KINDS, type SearchHit, type SearchKind } from "../../projections/table/searchQueries.js";
import { wordsOf } from "../../projections/table/fold.js";
import { PressAgencyType } from "../pressAgency/types.js";
import { mayRead, needsToRead } from "../shared/access.js";
import { AsOf, basisOf, BasisType, VALID_AT } from "../shared/asOf.js";
import { connect, type ConnectionOf, connectionType, ListArgs } from "../shared/connection.js";
import { type LedgerContext, todayOf } from "../shared/context.js";
import { enumOf } from "../shared/enums.js";
import { RoleEnum } from "../shared/event.js";
import { badInput } from "../shared/faults.js";
import type { Found } from "../shared/found.js";
import { Node } from "../shared/node.js";
import { GraphQLLocalDate, parseGlobalId, UnitId } from "../shared/scalars.js";
import { unitAt, UnitType } from "../unit/types.js";

const MAX_IDS = 100;
const MAX_SEARCH_CHARS = 200;
const MIN_WORD_CHARS = 2;

const SearchKindEnum = enumOf(SEARCH_KINDS);
registerEnumType(SearchKindEnum, { name: "SearchKind" });
const PUBLIC_KINDS: readonly SearchKind[] = ["UNIT", "PRESS_AGENCY"];

@ObjectType({ description: "What a subscriber is told of by `notices`." })
class SubscriberScopes implements Scopes {
  @TermsField(TIMELINE_KINDS)
  readonly subjects!: Scopes["subjects"];
  @Field(() => [UnitId], {
    nullable: true,
    description: "About which units, or those that these have succeeded. Null: whatever it is about.",
  })
  readonly unitIds!: Scopes["unitIds"];
}

@ObjectType({ description: "Who the access token says you are." })
class Viewer {
  @TextField(NOBODY)
  subject!: string;
  @Field(() => RoleEnum)
  role!: Role;
  @Field(() => UnitType, { nullable: true })
  unit!: UnitType | null;
  @Field(() => SubscriberScopes, { nullable: true, description: "Of a SUBSCRIBER; others have none." })
  scopes!: SubscriberScopes | null;
}

@ObjectType({ description: "Something found by its words." })
class SearchResult {
  @Field(() => SearchKindEnum)
  kind!: SearchKind;
  @TextField(NOBODY, { description: "The text by which it is known: a name, or the subject of a visit." })
  title!: string;
  @Field(() => Node, { nullable: true })
  node!: Found<Node>;
}

const SearchResultConnection = connectionType("SearchResult", () => SearchResult);

const TYPE_OF: Readonly<Record<SearchKind, RecordKind>> = {
  UNIT: "Unit",
  PRESS_AGENCY: "PressAgency",
  REPORTER: "Reporter",
  VISIT: "Visit",
  INSPECTION: "Inspection",
  SEIZURE: "Seizure",
  INFORMATION_REQUEST: "InformationRequest",
};

export function nodeAt(context: LedgerContext, globalId: string, basis: Basis): Found<Node> {
  const parsed = parseGlobalId(globalId);
  return parsed ? recordAt(context, parsed.type, parsed.id, basis) : null;
}

@Resolver()
export class LedgerResolver {
  @Query(() => BasisType, { description: "Where the ledger stands now, as far as this node has read it." })
  ledger(@Ctx() context: LedgerContext): BasisType {
    return new BasisType(context.reads.basisNow(todayOf(context)));
  }

  @Query(() => Viewer, { nullable: true, description: "Null without a token." })
  viewer(@Ctx() context: LedgerContext): Viewer | null {
    const { principal, reads } = context;
    if (!principal) return null;
    const { subject, role, unitId, scopes = null } = principal;
    return {
      subject,
      role,
      scopes,
      unit: unitId === null ? null : unitAt(reads, unitId, reads.basisNow(todayOf(context))),
    };
  }

  @Query(() => Node, {
    nullable: true,
    description: "Anything by its global id; null if there is none, or none for you.",
  })
  async node(
    @Arg("id", () => ID) id: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<Node | null> {
    return nodeAt(context, id, await basisOf(context, asOf, validAt));
  }

  @Query(() => [Node], {
    nullable: "items",
    description: `Up to ${MAX_IDS} things by their global ids, in the same order.`,
  })
  async nodes(
    @Arg("ids", () => [ID]) ids: string[],
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<Found<Node>[]> {
    if (ids.length > MAX_IDS) throw badInput(`At most ${MAX_IDS} ids at once.`);
    const basis = await basisOf(context, asOf, validAt);
    // Each is looked up once, however often it is named.
    const found = new Map([...new Set(ids)].map((id) => [id, nodeAt(context, id, basis)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  @Query(() => SearchResultConnection, {
    description:
      "Finds by words, with or without Vietnamese marks; every word may be the beginning of one, and one of them has two " +
      "letters at least. Exact titles come first. " +
      "Pages forward only.",
  })
  async search(
    @Arg("text", () => String) text: string,
    @Args(() => ListArgs) args: ListArgs,
    @Arg("kinds", () => [SearchKindEnum], { nullable: true }) kinds: SearchKind[] | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<SearchResult>> {
    if (text.length > MAX_SEARCH_CHARS)
      throw badInput(`The text to search for has at most ${MAX_SEARCH_CHARS} characters.`);
    // One letter is the beginning of half the ledger.
    const words = wordsOf(text);
    if (words.length > 0 && words.every((word) => word.length < MIN_WORD_CHARS))
      throw badInput("Give two letters at least of one of the words to search for.");
    if (args.last != null || args.before != null) throw badInput("`search` pages forward only: `first` and `after`.");
    const all = mayRead(context.principal, "records") ? SEARCH_KINDS : PUBLIC_KINDS;
    const wanted = kinds ?? all;
    if (wanted.some((kind) => !all.includes(kind))) needsToRead(context, "records");
    const basis = await basisOf(context, args.asOf);
    return connect(
      args,
      basis,
      ["search", text, wanted],
      (window) => context.reads.search.list(text, wanted, window, basis.position),
      (hit) => toResult(context, hit, basis),
    );
  }
}

function toResult({ reads }: LedgerContext, { kind, id, title }: SearchHit, basis: Basis): SearchResult {
  const node = shownAs(TYPE_OF[kind]).find(reads, id, basis);
  // What is found by the name recorded last may not bear it yet.
  const named = node instanceof UnitType || node instanceof PressAgencyType;
  return { kind, title: named ? node.name : title, node };
}
