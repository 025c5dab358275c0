import { Arg, Args, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { recordAt, shownAs } from "../derive/registry.js";
import { termWords } from "../../domain/kernel/terms.js";
import { say } from "../../domain/kernel/words.js";
import { RECORDS } from "../../domain/records.js";
import { enumType, TermField, TermsField } from "../derive/enums.js";
import { MASKED_HERE, TextField } from "../derive/shown.js";
import { TIMELINE_KINDS } from "../../domain/kernel/history.js";
import type { Scopes } from "../../domain/kernel/scopes.js";
import type { Role } from "../../domain/kernel/actor.js";
import type { Basis } from "../../projections/table/basis.js";
import { ONE_KINDS } from "../../projections/table/ones.js";
import {
  recordKindOf,
  SEARCH_FIELDS,
  SEARCH_KINDS,
  searchKindOf,
  type SearchField,
  type SearchKind,
} from "../../projections/table/foundTexts.js";
import { SEARCH_MATCHES, type SearchMatch } from "../../projections/table/readings.js";
import type { FoundIn, SearchHit } from "../../projections/table/searchQueries.js";
import { wordsOf } from "../../projections/table/fold.js";
import { PressAgencyType } from "../pressAgency/types.js";
import { Words } from "../vocabulary/types.js";
import { mayRead, needsToRead } from "../shared/access.js";
import { AsOf, basisOf, BasisType, VALID_AT } from "../shared/asOf.js";
import { connectFound, type ConnectionOf, connectionType, DatedListArgs } from "../shared/connection.js";
import { type LedgerContext, nowOf } from "../shared/context.js";
import { RoleEnum } from "../shared/event.js";
import { badInput } from "../shared/faults.js";
import type { Found } from "../shared/found.js";
import { Node } from "../shared/node.js";
import { GraphQLLocalDate, parseGlobalId, UnitId } from "../shared/scalars.js";
import { unitAt, UnitType } from "../unit/types.js";

const MAX_IDS = 100;
const MAX_SEARCH_CHARS = 200;
const MIN_WORD_CHARS = 2;

const SearchKindEnum = enumType<string>({
  name: "SearchKind",
  says: "What is searched for: a kind of record.",
  values: SEARCH_KINDS,
  words: Object.fromEntries(RECORDS.map(({ kind, words }) => [searchKindOf(kind), words])),
});

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

@ObjectType({ description: "In which text of a record something was found, and how what was typed fits it." })
class SearchReason {
  constructor(private readonly found: FoundIn) {}

  @TermField(SEARCH_FIELDS)
  get field(): SearchField {
    return this.found.field;
  }

  @TermField(SEARCH_MATCHES)
  get match(): SearchMatch {
    return this.found.match;
  }

  @Field(() => Words, { description: "Field and match in words, for people." })
  get words(): Words {
    const [field, match] = [termWords(SEARCH_FIELDS, this.field), termWords(SEARCH_MATCHES, this.match)];
    return new Words(say(`${field.vi}: ${match.vi}`, `${field.en}: ${match.en}`));
  }

  @TextField(MASKED_HERE, { description: "The text, as you may read it: what you may not read finds nothing." })
  get text(): string {
    return this.found.text;
  }
}

@ObjectType({ description: "Something found by its words or its number." })
class SearchResult {
  @Field(() => SearchKindEnum)
  kind!: SearchKind;
  @TextField(MASKED_HERE, {
    description:
      "The text by which it is known: a name, the subject of a visit, the number of a decision or of minutes.",
  })
  title!: string;
  @Field(() => [SearchReason], { description: "Why it was found: the texts in which what was typed stands." })
  why!: readonly SearchReason[];
  @Field(() => Node, { nullable: true })
  node!: Found<Node>;
  @Field(() => Node, {
    nullable: true,
    description:
      "Where the unit or agency that was found has been merged into another by the day of the answer's basis: that one.",
  })
  goesOnAs!: Found<Node>;
}

const SearchResultConnection = connectionType("SearchResult", () => SearchResult);

/** Of what who shows no token may search. */
const publicKinds = (): readonly SearchKind[] => SEARCH_KINDS.filter((kind) => shownAs(recordKindOf(kind)).isPublic);

export function nodeAt(context: LedgerContext, globalId: string, basis: Basis): Found<Node> {
  const parsed = parseGlobalId(globalId);
  return parsed ? recordAt(context, parsed.type, parsed.id, basis) : null;
}

@Resolver()
export class LedgerResolver {
  @Query(() => BasisType, { description: "Where the ledger stands now, as far as this node has read it." })
  ledger(@Ctx() context: LedgerContext): BasisType {
    return new BasisType(context.reads.basisNow(nowOf(context)));
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
      unit: unitId === null ? null : unitAt(reads, unitId, reads.basisNow(nowOf(context))),
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
      "Finds by words, by numbers of papers in every form in which they are written (`Số: 012/QĐ-XPVPHC ngày 5/10/2019`), " +
      "and by abbreviations (UBND), with or without Vietnamese marks; every word may be the beginning of one, and one of " +
      "them has two letters at least. What is as it was typed comes first. What finds nothing is read as keystrokes of " +
      "Telex or VNI, as words run together, and as misspelt by one letter. A page may hold fewer than were asked for. " +
      "Pages forward only.",
  })
  async search(
    @Arg("text", () => String) text: string,
    @Args(() => DatedListArgs) args: DatedListArgs,
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
    const all = mayRead(context.principal, "records") ? SEARCH_KINDS : publicKinds();
    const wanted = kinds ?? all;
    if (wanted.some((kind) => !all.includes(kind))) needsToRead(context, "records");
    const basis = await basisOf(context, args.asOf, args.validAt);
    const { principal } = context;
    const may = { papers: mayRead(principal, "cardNumbers"), offenders: mayRead(principal, "offenders") };
    return connectFound(
      args,
      basis,
      ["search", text, wanted],
      (window) => context.reads.search.list(text, { kinds: wanted, may }, window, basis),
      (hit) => toResult(context, hit, basis),
    );
  }
}

/** On a day what was found may not have begun: then it is left out. */
function toResult({ reads }: LedgerContext, hit: SearchHit, basis: Basis): Found<SearchResult> {
  const kind = recordKindOf(hit.kind);
  const { find } = shownAs(kind);
  const oneKind = ONE_KINDS.find((one) => one === kind);
  const next = oneKind ? reads.ones.goesOnAs(oneKind, hit.id, basis) : hit.id;
  const goesOnAs = next === hit.id ? null : find(reads, next, basis);
  const node = find(reads, hit.id, basis);
  return node instanceof Promise ? node.then((one) => resultOf(hit, one, goesOnAs)) : resultOf(hit, node, goesOnAs);
}

function resultOf({ kind, title, why }: SearchHit, node: Node | null, goesOnAs: Found<Node>): SearchResult | null {
  if (node === null) return null;
  // What is found by the name recorded last may not bear it yet.
  const named = node instanceof UnitType || node instanceof PressAgencyType;
  return { kind, title: named ? node.name : title, why: why.map((one) => new SearchReason(one)), node, goesOnAs };
}
