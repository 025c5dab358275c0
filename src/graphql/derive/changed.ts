import { type ClassType, Ctx, Field, ObjectType } from "type-graphql";
import type { Done } from "../../commands/spec.js";
import type { RecordType } from "../../domain/kernel/record.js";
import type { Basis } from "../../projections/table/basis.js";
import { CommandDone } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import type { Found } from "../shared/found.js";
import type { Node } from "../shared/node.js";
import { uncapital } from "../../domain/kernel/words.js";

/**
 * What the answer of a record's mutations extends: with the record itself, in a field named after its kind.
 * @param called what the field's description calls it
 */
export function changedOf<T extends Node>(
  { kind, words }: Pick<RecordType, "kind" | "words">,
  type: ClassType<T>,
  find: (reads: LedgerContext["reads"], id: string, basis: Basis) => Found<T>,
  called: string = words.en,
): abstract new (done: Done) => CommandDone<T> {
  // The schema has no such type: what extends it has its field.
  @ObjectType(`${kind}ChangedBase`)
  abstract class Base extends CommandDone<T> {
    constructor(done: Done) {
      super(done, find);
    }

    @Field(() => type, {
      name: uncapital(kind),
      nullable: true,
      description: `The ${called} at \`position\`. Null only if this node is late in reading what it has durably written.`,
    })
    record(@Ctx() { reads }: LedgerContext): T | null {
      return this.recordAt(reads);
    }
  }
  return Base;
}
