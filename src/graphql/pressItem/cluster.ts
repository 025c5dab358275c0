import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { PressItem } from "../../domain/pressItem/pressItem.js";
import { alikeTo, MOST_ALIKE, pressItems } from "../../projections/pressItem/records.js";
import type { Basis } from "../../projections/table/basis.js";
import type { Version } from "../../projections/table/recordTable.js";
import type { LedgerContext } from "../shared/context.js";
import { type Found, present } from "../shared/found.js";
import type { Node } from "../shared/node.js";
import { pressItemApi } from "./api.js";

interface Shown {
  readonly version: Version<PressItem>;
  readonly basis: Basis;
}
type Items = Node[] | Promise<Node[]>;

/** So many of a cluster are shown with its head; the list has all, by `headId`. */
const MOST_MEMBERS = 100;

/** What is with an item, and what may have to be. */
@Resolver(() => pressItemApi.type)
export class PressItemClusterResolver {
  @FieldResolver(() => [pressItemApi.type], {
    description: `Items that belong to this one, at most ${MOST_MEMBERS}: \`pressItems\` by \`headId\` has all.`,
    complexity: MOST_ALIKE,
  })
  members(@Root() { version, basis }: Shown, @Ctx() { reads }: LedgerContext): Items {
    const page = { direction: "ASC", window: { limit: MOST_MEMBERS }, basis } as const;
    const { rows } = reads.records.of(pressItems).list({ headId: version.id }, page);
    return present(rows.map(({ row }): Found<Node> => pressItemApi.of(reads, row, basis)));
  }

  @FieldResolver(() => [pressItemApi.type], {
    description: `Other items with the same title, address or capture, at most ${MOST_ALIKE}: each may be a reprint.`,
    complexity: MOST_ALIKE,
  })
  alike(@Root() { version, basis }: Shown, @Ctx() { reads }: LedgerContext): Items {
    const found = alikeTo(reads.records.of(pressItems), version, basis);
    return present(found.map((one): Found<Node> => pressItemApi.of(reads, one, basis)));
  }
}
