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

/** What the type of a kind of record extends: with its id and its revision. */
export function recordNode<V extends Pick<Version<object>, "id" | "revision">>(
  kind: RecordKind,
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
  return Base;
}
