import { Field, ID, Int, ObjectType } from "type-graphql";
import type { RecordKind } from "../../domain/kernel/fields.js";
import type { Basis } from "../../projections/table/basis.js";
import type { Version } from "../../projections/table/recordTable.js";
import { Node } from "../shared/node.js";
import { globalId } from "../shared/scalars.js";

/** A record as the API shows it: one of its versions, and what hangs below is answered at the same basis. */
interface RecordNode<V> extends Node {
  readonly version: V;
  readonly basis: Basis;
  readonly revision: number;
}

/** The type has a field `title` of its own, which says besides what the reader may see of it. */
export const ITS_FIELD = "ITS_FIELD";

/**
 * What a list or a link calls a record. It is the same for whoever may see the record at all, so it is made of nothing that
 * some of them may not read, and of the record alone: it asks for no other.
 */
export type TitleOf<V> = typeof ITS_FIELD | ((version: V, basis: Basis) => string);

const TITLE_MADE = new Set<RecordKind>();
/** Whether what a record of the kind is called is made of its other fields: then it is no fact of its own. */
export const isTitleMade = (kind: RecordKind): boolean => TITLE_MADE.has(kind);

/** What the type of a kind of record extends: with its id, its revision and what it is called. */
export function recordNode<V extends Pick<Version<object>, "id" | "revision">>(
  kind: RecordKind,
  titleOf: TitleOf<V>,
): abstract new (version: V, basis: Basis) => RecordNode<V> {
  // The schema has no such type: what extends it has its fields.
  @ObjectType(`${kind}Base`)
  abstract class Base extends Node {
    constructor(
      readonly version: V,
      readonly basis: Basis,
    ) {
      super();
    }

    @Field(() => ID)
    override get id(): string {
      return globalId(kind, this.version.id);
    }

    @Field(() => Int, { description: "Send it as `expectedRevision`." })
    get revision(): number {
      return this.version.revision;
    }
  }
  if (titleOf !== ITS_FIELD) {
    const get = function (this: RecordNode<V>): string {
      return titleOf(this.version, this.basis);
    };
    Object.defineProperty(Base.prototype, "title", { get, configurable: true });
    TITLE_MADE.add(kind);
  }
  return Base;
}
