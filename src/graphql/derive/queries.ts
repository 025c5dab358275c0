import { Arg, Args, type ClassType, Ctx, Query, Resolver } from "type-graphql";
import type { LocalDate } from "../../domain/kernel/time.js";
import type { RecordType } from "../../domain/kernel/record.js";
import type { Basis } from "../../projections/table/basis.js";
import type { Rows, Window } from "../../projections/table/paging.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf, knownOnly, VALID_AT } from "../shared/asOf.js";
import { connectFound, type ConnectionOf, connectionType, DatedListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import type { Found } from "../shared/found.js";
import type { Node } from "../shared/node.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, ID_SCALARS } from "../shared/scalars.js";
import { uncapital } from "../../domain/kernel/words.js";
import type { Lookup } from "./lookups.js";
import { showAs } from "./registry.js";

/** What a list is asked for besides its filter. */
interface Page {
  readonly direction: OrderDirection;
  readonly window: Window;
  readonly basis: Basis;
}

interface Asked<V, T extends Node, F extends object> extends Lookup<V, Found<T>> {
  readonly type: ClassType<T>;
  /** What the query's description calls one of them; the record's words, if absent. */
  readonly called?: string;
  /** Who shows no token reads them too. */
  readonly isPublic?: true;
  readonly list: {
    /** The query's name. */
    readonly name: string;
    readonly description: string;
    readonly filter: ClassType<F>;
    readonly order: OrderDirection;
    /** Of the filter: what asks how a record stands (`knownOnly`). */
    readonly standing?: readonly (keyof F & string)[];
    /** @throws BAD_INPUT when the filter may not be asked like this. */
    readonly check?: (filter: F) => void;
    /** `begunBy`: those that may have begun by this day. */
    readonly read: (
      filter: F & { readonly begunBy: LocalDate | undefined },
      page: Page,
      context: LedgerContext,
    ) => Rows<V>;
  };
}

/** A resolver with two queries: a record by its id, and the list of them. */
export function queriesOf<V, T extends Node, F extends object>(
  { kind, words }: Pick<RecordType, "kind" | "words">,
  { type, called = words.en, isPublic, at, of, list }: Asked<V, T, F>,
): new () => object {
  const needsRight = (context: LedgerContext): void => {
    if (!isPublic) needsToRead(context, "records");
  };
  const Connection = connectionType(kind, () => type);
  showAs(kind, { type, find: at, isPublic: isPublic ?? false });

  @Resolver()
  class Queries {
    @Query(() => type, { name: uncapital(kind), nullable: true, description: `One ${called}, as of a moment.` })
    async one(
      @Arg("id", () => ID_SCALARS[kind]) id: string,
      @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
      @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
      @Ctx() context: LedgerContext,
    ): Promise<T | null> {
      needsRight(context);
      return at(context.reads, id, await basisOf(context, asOf, validAt));
    }

    @Query(() => Connection, { name: list.name, description: list.description })
    async many(
      @Args(() => DatedListArgs) args: DatedListArgs,
      @Arg("filter", () => list.filter, { nullable: true }) given: F | null | undefined,
      @Arg("direction", () => OrderDirectionEnum, { defaultValue: list.order }) direction: OrderDirection,
      @Ctx() context: LedgerContext,
    ): Promise<ConnectionOf<T>> {
      needsRight(context);
      // Every field of a filter may be absent.
      const filter = given ?? ({} as F);
      list.check?.(filter);
      const basis = await basisOf(context, args.asOf, args.validAt);
      knownOnly(basis, filter, list.standing ?? []);
      const wanted = { ...filter, begunBy: basis.validAt };
      return connectFound(
        args,
        basis,
        [list.name, filter, direction],
        (window) => list.read(wanted, { direction, window, basis }, context),
        (known) => of(context.reads, known, basis),
      );
    }
  }
  return Queries;
}
