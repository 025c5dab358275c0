import {
  type GraphQLField,
  type GraphQLNamedType,
  GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  isEnumType,
  isScalarType,
  lexicographicSortSchema,
  printType,
} from "graphql";
import { getMetadataStorage } from "type-graphql";
import { RECORD_KINDS, type RecordKind } from "../domain/kernel/fields.js";
import { mutationOf } from "../domain/kernel/steps.js";
import { uncapital } from "../domain/kernel/words.js";
import { RECORDS } from "../domain/records.js";
import { FIGURE_BOOKS } from "../projections/readModel/figureBooks.js";
import { OF_ALL, OF_RECORDS } from "./schema.js";

/*
 * The schema as text, as docs/schema.graphql keeps it, in an order that a reader follows: the root types, what all subjects
 * share, then subject by subject. No list of names says what belongs where: a root field belongs to the subject whose
 * resolver answers it; a type to the subject that it is named after, else to the one that leads to it; what several
 * lead to is shared.
 */

type Field = GraphQLField<unknown, unknown>;

/** A group under a heading of its own: a subject, by its kind of record, or what is asked of all. */
type Group = string;
const SHARED: Group = "Shared";
const SUBJECTS: readonly Group[] = RECORDS.map(({ kind }) => kind);
const OTHERS: readonly Group[] = Object.keys(OF_ALL);
const isSubject = (group: Group): boolean => SUBJECTS.includes(group);

export function sdlOf(schema: GraphQLSchema): string {
  const book = new Book(schema);
  const roots = book.roots.map((root) => book.rootText(root));
  const groups = [SHARED, ...SUBJECTS, ...OTHERS].map((group) => book.groupText(group));
  return `${[heading("The roots"), ...roots, ...groups.flat()].join("\n\n")}\n`;
}

const heading = (title: string): string => `# ── ${title} ──`;

class Book {
  readonly roots: readonly GraphQLObjectType[];
  private readonly types: readonly GraphQLNamedType[];
  private readonly sorted: GraphQLSchema;
  private readonly rootGroups = new Map<string, Group>();
  private readonly groups = new Map<string, Group>();

  constructor(schema: GraphQLSchema) {
    this.sorted = lexicographicSortSchema(schema);
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    this.roots = roots.filter((root) => root != null);
    this.types = Object.values(schema.getTypeMap())
      .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
      .filter((type) => !this.roots.some((root) => root === type))
      .sort((a, b) => compare(a.name, b.name));
    this.groupRootFields();
    this.groupTypes();
  }

  /** A root type, its fields by subject. */
  rootText(root: GraphQLObjectType): string {
    const { fields, ...rest } = (this.sorted.getType(root.name) as GraphQLObjectType).toConfig();
    const parts = [...OTHERS, ...SUBJECTS].flatMap((group) => {
      const own = this.rootFields()
        .filter(({ name }) => name in fields && this.rootGroups.get(name) === group)
        .map(({ name }) => [name, fields[name]!] as const);
      if (own.length === 0) return [];
      const text = printType(new GraphQLObjectType({ ...rest, description: null, fields: Object.fromEntries(own) }));
      return [`  ${heading(this.titleOf(group))}\n\n${text.split("\n").slice(1, -1).join("\n")}`];
    });
    return `type ${root.name} {\n${parts.join("\n\n")}\n}`;
  }

  groupText(group: Group): string[] {
    const own = this.types.filter((type) => (this.groups.get(type.name) ?? SHARED) === group);
    if (own.length === 0) return [];
    const order = this.orderIn(group);
    const rank = (type: GraphQLNamedType): number[] => [this.placeOf(type, group), order.get(type.name) ?? order.size];
    const inOrder = own
      .map((type) => ({ type, at: rank(type) }))
      .sort((a, b) => a.at[0]! - b.at[0]! || a.at[1]! - b.at[1]! || compare(a.type.name, b.type.name));
    return [heading(this.titleOf(group)), ...inOrder.map(({ type }) => this.textOf(type))];
  }

  /** Fields and arguments by name, the id first; values and fields of forms as they are declared. */
  private textOf(type: GraphQLNamedType): string {
    if (isEnumType(type) || isInputObjectType(type)) return printType(type);
    const sorted = this.sorted.getType(type.name)!;
    if (!isObjectType(sorted)) return printType(sorted);
    const { fields, ...rest } = sorted.toConfig();
    const { id, ...others } = fields;
    return printType(new GraphQLObjectType({ ...rest, fields: id ? { id, ...others } : others }));
  }
  /** A subject by the name of its list. */
  private titleOf(group: Group): string {
    const record = RECORDS.find(({ kind }) => kind === group);
    if (!record) return group;
    const list = this.rootFields().find(
      ({ name, type }) => this.rootGroups.get(name) === group && getNamedType(type).name === `${group}Connection`,
    );
    const name = list?.name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) ?? record.words.en;
    return `${name.charAt(0).toUpperCase()}${name.slice(1)} (${record.words.vi})`;
  }

  /** Steps in the order in which they are declared, which is that of the work; else by name. */
  private rootFields(): Field[] {
    const fields = this.roots.flatMap((root) => Object.values(root.getFields()));
    return fields.sort((a, b) => stepNumber(a) - stepNumber(b) || compare(a.name, b.name));
  }

  private groupRootFields(): void {
    const storage = getMetadataStorage();
    const answered = [...storage.queries, ...storage.mutations, ...storage.subscriptions];
    for (const [group, resolvers] of Object.entries({ ...OF_ALL, ...OF_RECORDS })) {
      for (const { schemaName, target } of answered) {
        if (resolvers.some((one) => one === target || one.prototype instanceof target)) {
          this.rootGroups.set(schemaName, group);
        }
      }
    }
    for (const { name } of FIGURE_BOOKS) {
      const subject = SUBJECTS.find((kind) => uncapital(kind) === name);
      const own = new RegExp(`^${name}Figure`);
      for (const field of this.rootFields())
        if (subject && own.test(field.name)) this.rootGroups.set(field.name, subject);
    }
  }

  private groupTypes(): void {
    for (const type of this.types) {
      const namesake = subjectNamed(type.name);
      if (namesake) this.groups.set(type.name, namesake);
    }
    // What a root field takes and gives is of its group, unless it is of another's, or several subjects lead to it, too.
    const touched = new Map<string, Set<Group>>();
    for (const field of this.rootFields()) {
      for (const { name } of namedIn(field)) {
        touched.set(name, (touched.get(name) ?? new Set()).add(this.rootGroups.get(field.name) ?? SHARED));
      }
    }
    const leading = this.whoLeadsTo();
    for (const [name, groups] of touched) {
      const [group = SHARED] = groups;
      const isWidelyUsed = (leading.get(name) ?? []).filter(isSubject).length > 1;
      if (!this.groups.has(name) && groups.size === 1 && !isWidelyUsed) this.groups.set(name, group);
    }
    this.leading = this.whoLeadsTo();
    for (const [name, groups] of this.leading) {
      if (!this.groups.has(name)) this.groups.set(name, ownerAmong(groups));
    }
  }
  private leading: ReadonlyMap<string, readonly Group[]> = new Map();

  /** Of each type the groups that lead to it, as far as it is known now what is whose. */
  private whoLeadsTo(): ReadonlyMap<string, readonly Group[]> {
    const reached = [...SUBJECTS, ...OTHERS].map((group) => [group, this.reachedFrom(group)] as const);
    return new Map(
      this.types.map(({ name }) => [name, reached.filter(([, names]) => names.has(name)).map(([group]) => group)]),
    );
  }

  /** The names of all that a group leads to, in the order of a walk from its record. It does not pass another group's. */
  private reachedFrom(group: Group): ReadonlySet<string> {
    const begins = [
      ...this.types.filter(({ name }) => name === group),
      ...this.rootFields()
        .filter(({ name }) => this.rootGroups.get(name) === group)
        .flatMap(namedIn),
      ...this.types.filter(({ name }) => this.groups.get(name) === group),
    ];
    const reached = new Set<string>();
    const visit = (type: GraphQLNamedType): void => {
      if (reached.has(type.name) || (this.groups.get(type.name) ?? group) !== group) return;
      reached.add(type.name);
      for (const next of leadsTo(type)) visit(next);
    };
    begins.forEach(visit);
    return reached;
  }

  /** What is shared, by how many lead to it; else in the order of a walk from the record. */
  private orderIn(group: Group): ReadonlyMap<string, number> {
    if (group === SHARED) return new Map([...this.leading].map(([name, groups]) => [name, -groups.length]));
    return new Map([...this.reachedFrom(group)].map((name, index) => [name, index]));
  }

  /** The record, its parts, its words, how it is listed, what may be done about it, what it counts for, how it is followed. */
  private placeOf(type: GraphQLNamedType, group: Group): number {
    const { name } = type;
    if (name === group) return 0;
    if (/FeedItem$|EventItem$|^Notice|^Heartbeat$|^CaughtUp$/.test(name)) return 7;
    if (/Figure/.test(name)) return 6;
    if (/(?:Connection|Edge)$/.test(name)) return 4;
    if (/Filter$|Order$/.test(name) && !isEnumType(type)) return 3;
    const isForm = /(?:Input|Result|Changed)$/.test(name);
    if (isForm || (isInputObjectType(type) && group !== SHARED)) return 5;
    return isEnumType(type) || isScalarType(type) ? 2 : 1;
  }
}

function ownerAmong(groups: readonly Group[]): Group {
  const subjects = groups.filter(isSubject);
  const [owner = SHARED, ...others] = subjects.length > 0 ? subjects : groups;
  return others.length === 0 ? owner : SHARED;
}

/** The subject that a type is named after, the longest that fits: a `StatementDutyStatus` is of no statement. */
function subjectNamed(name: string): RecordKind | undefined {
  const named = RECORD_KINDS.filter((kind) => new RegExp(`^${kind}(?![a-z])`).test(name));
  return named.sort((a, b) => b.length - a.length)[0];
}

const STEPS = RECORDS.flatMap(({ steps }) => Object.entries(steps).map(([name, step]) => mutationOf(name, step)));
const stepNumber = ({ name }: Field): number => STEPS.indexOf(name);

const namedIn = ({ type, args }: Field): GraphQLNamedType[] => [
  getNamedType(type),
  ...args.map((arg) => getNamedType(arg.type)),
];

function leadsTo(type: GraphQLNamedType): GraphQLNamedType[] {
  if (isUnionType(type)) return [...type.getTypes()];
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => getNamedType(field.type));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields()).sort((a, b) => compare(a.name, b.name));
  return [...type.getInterfaces(), ...fields.flatMap(namedIn)];
}

/** By code points, so that no machine's language changes the file. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
