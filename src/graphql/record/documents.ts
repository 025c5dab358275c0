import { type DocumentNode, execute, type GraphQLSchema } from "graphql";
import type { RecordKind } from "../../domain/kernel/fields.js";
import { type Basis, onDay } from "../../projections/table/basis.js";
import type { EventRow } from "../../projections/timeline/eventIndex.js";
import { documentOf, type RecordDocument } from "../../projections/timeline/recordDocument.js";
import type { Version } from "../../projections/timeline/recordHistory.js";
import type { LedgerContext } from "../shared/context.js";
import { badInput } from "../shared/faults.js";
import { globalId } from "../shared/scalars.js";
import type { RecordSubject } from "../timeline/subjects.js";
import { typesOf } from "../timeline/summaries.js";
import { type RecordSelection, selectionOf } from "./selection.js";

/** A document is read again for each event: so many of them in one answer. */
export const MAX_VERSIONS = 200;
/** And so many fields of them all together, which bounds the time and the memory that a history takes. */
export const MAX_HISTORY_FIELDS = 100_000;
/** Of all documents of one answer, under however many names it asks for them. */
const MAX_ANSWER_FIELDS = 250_000;
/** Entries of one list of a record, in pages. */
const MAX_PAGES = 80;

/** What happens to other records and shows in this one's document all the same. */
const BESIDES: Partial<Record<RecordKind, readonly string[]>> = {
  // The status of a case is what its decisions make of it.
  ViolationCase: typesOf(["SANCTION"]),
  // The cards and letters of a duplicate go on under the entry that stays.
  Reporter: ["ReporterMerged", "ReporterMergerTakenBack"],
};

/** The documents of one record for one reader: read through the schema itself, as that reader may read it. */
export class RecordDocuments {
  private readonly selection: RecordSelection;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly context: LedgerContext,
    private readonly subject: RecordSubject,
  ) {
    this.selection = selectionFor(schema, subject.kind);
  }

  /** The record at a basis; empty where there is none, or none for this reader. */
  async at(basis: Basis): Promise<RecordDocument> {
    const tree = await this.read(this.selection.whole, basis);
    if (!tree) return new Map();
    for (const [name, further] of this.selection.lists) {
      tree[name] = await this.allOf(name, tree[name] as Connected, further, basis);
    }
    const document = documentOf(tree);
    const read = (fieldsRead.get(this.context) ?? 0) + document.size;
    if (read > MAX_ANSWER_FIELDS) throw badInput("These records have too many fields for one answer; ask for fewer.");
    fieldsRead.set(this.context, read);
    return document;
  }

  /**
   * The record after each event up to the basis that can have changed it, beginning with how it stood at `since`, and
   * ending with how it stands at the basis; undefined when there are more than MAX_VERSIONS, or MAX_HISTORY_FIELDS in
   * them.
   */
  async versions(basis: Basis, since: Basis | undefined): Promise<readonly Version[] | undefined> {
    const events = this.events(basis, since);
    if (events.length > MAX_VERSIONS) return undefined;
    const versions: Version[] = since ? [{ event: null, document: await this.at(since) }] : [];
    let fields = 0;
    for (const event of events) {
      const document = await this.at(onTheDayOf(this.context.reads.basisAt(event.position), basis));
      fields += document.size;
      if (fields > MAX_HISTORY_FIELDS) return undefined;
      versions.push({ event, document });
    }
    return [...versions, { event: null, document: await this.at(basis) }];
  }

  private events({ position }: Basis, since: Basis | undefined): readonly EventRow[] {
    const { timeline } = this.context.reads;
    const window = { limit: MAX_VERSIONS + 1, ...(since && { after: [since.position] }) };
    const types = BESIDES[this.subject.kind];
    const own = timeline.ofRecord(this.subject, "ASC", window, position);
    const others = types ? timeline.list([this.subject], { types }, "ASC", window, position) : { rows: [] };
    const byPosition = new Map([...own.rows, ...others.rows].map(({ row }) => [row.position, row]));
    return [...byPosition.values()].sort((one, other) => one.position - other.position);
  }

  private async allOf(name: string, first: Connected, further: DocumentNode, basis: Basis): Promise<unknown[]> {
    const nodes = [...first.nodes];
    let { pageInfo } = first;
    for (let pages = 1; pageInfo.hasNextPage; pages++) {
      if (pages === MAX_PAGES) throw badInput(`The record's \`${name}\` are too many for one document; read the list.`);
      const next = (await this.read(further, basis, pageInfo.endCursor))?.[name] as Connected;
      nodes.push(...next.nodes);
      ({ pageInfo } = next);
    }
    return nodes;
  }

  private async read(
    document: DocumentNode,
    { position, today, validAt }: Basis,
    after?: string | null,
  ): Promise<Record<string, unknown> | null> {
    const variableValues = {
      id: globalId(this.subject.kind, this.subject.ref),
      asOf: { position: `P1-${position}`, today },
      validAt: validAt ?? null,
      after: after ?? null,
    };
    const { data, errors } = await execute({
      schema: this.schema,
      document,
      contextValue: this.context,
      variableValues,
    });
    const [error] = errors ?? [];
    if (error) throw error.originalError ?? error;
    return (data as { node: Record<string, unknown> | null }).node;
  }
}

/** By the request that asks. */
const fieldsRead = new WeakMap<LedgerContext, number>();

/** The same position, on the day of the answer: what a history tells apart is what was recorded, not what a day brought. */
export const onTheDayOf = (at: Basis, { today, validAt }: Basis): Basis => ({
  ...onDay(at, today),
  ...(validAt !== undefined && { validAt }),
});

interface Connected {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const selections = new WeakMap<GraphQLSchema, Map<RecordKind, RecordSelection>>();

function selectionFor(schema: GraphQLSchema, type: RecordKind): RecordSelection {
  const known = selections.get(schema) ?? new Map<RecordKind, RecordSelection>();
  selections.set(schema, known);
  const selection = known.get(type) ?? selectionOf(schema, type);
  known.set(type, selection);
  return selection;
}
