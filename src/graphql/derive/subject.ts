import { type ClassType, ObjectType } from "type-graphql";
import type { StepSpec } from "../../commands/stepSpec.js";
import type { Done } from "../../commands/spec.js";
import type { AnyField, Fields } from "../../domain/kernel/fields.js";
import type { RecordType } from "../../domain/kernel/record.js";
import type { Basis } from "../../projections/table/basis.js";
import type { DeclaredRecords } from "../../projections/declared/declaredRecords.js";
import type { Version } from "../../projections/table/recordTable.js";
import { CommandDone } from "../shared/command.js";
import { Node } from "../shared/node.js";
import type { OrderDirection } from "../shared/order.js";
import { changedOf } from "./changed.js";
import { inputType } from "./inputs.js";
import { type Lookup, proceedings } from "./lookups.js";
import { mutationsOf } from "./mutations.js";
import { withNextSteps } from "./nextSteps.js";
import { queriesOf } from "./queries.js";
import { ITS_FIELD, recordNode } from "./recordNode.js";
import { showFields } from "./shownFields.js";
import type { Found } from "../shared/found.js";

/** What the API says of a subject beyond what its domain and its read model declare. */
interface Told<S, F extends Fields> {
  /** Of its type. */
  readonly description: string;
  readonly list: { readonly name: string; readonly description: string; readonly order: OrderDirection };
  /** What a list or a link calls one of them; one that has a field for it is called by that. */
  readonly title: F extends { readonly title: AnyField } ? typeof ITS_FIELD : (state: S) => string;
  /** Who shows no token reads them too. */
  readonly isPublic?: true;
}

/** A record as the API shows it. */
type ShownRecord<S> = Node & { readonly version: Version<S>; readonly basis: Basis };

/** The API of a subject: for `schema.ts`, and for whoever shows more of it. */
export interface SubjectApi<S> extends Lookup<Version<S>, Found<ShownRecord<S>>> {
  readonly type: ClassType<ShownRecord<S>>;
  readonly resolvers: readonly (new () => object)[];
}

/**
 * The API of a subject, of what is declared: the type that shows its fields and what may be done next, the query of one
 * and the list, and a mutation for each step.
 */
export function subjectOf<S extends object, const F extends Fields>(
  record: Pick<RecordType<S>, "kind" | "id" | "words" | "may" | "nextSteps">,
  fields: F,
  records: DeclaredRecords<S>,
  specs: readonly StepSpec[],
  { description, list, title, isPublic }: Told<S, F>,
): SubjectApi<S> {
  const { kind } = record;
  const type = {
    [kind]: class extends recordNode<Version<S>>(kind, title === ITS_FIELD ? title : ({ state }) => title(state)) {},
  }[kind] as new (version: Version<S>, basis: Basis) => ShownRecord<S>;
  ObjectType(kind, { implements: Node, description })(type);
  showFields(type, fields, ({ version, basis }) => ({ state: version.state as Record<string, unknown>, basis }));
  withNextSteps(type, record, (shown) => shown.version.state);

  const lookup = proceedings(
    type,
    (reads) => reads.records.of(records),
    (onDay, id, basis) => onDay.declared(records, id, basis),
  );
  const Changed = {
    [`${kind}Changed`]: class extends changedOf(record, type, lookup.at) {},
  }[`${kind}Changed`] as new (done: Done) => CommandDone;
  ObjectType({ implements: CommandDone })(Changed);

  const Filter = inputType(`${kind}Filter`, records.filterFields, {}) as ClassType<Record<string, unknown>>;
  const standing = Object.entries(records.filter).flatMap(([name, narrowing]) => (narrowing.standing ? [name] : []));
  const queries = queriesOf(record, {
    ...{ type, ...lookup, ...(isPublic && { isPublic }) },
    list: {
      ...{ ...list, filter: Filter, standing },
      read: (filter, page, { reads }) => reads.records.of(records).list(filter, page),
    },
  });
  return { type, ...lookup, resolvers: [queries, mutationsOf(record, specs, Changed)] };
}
