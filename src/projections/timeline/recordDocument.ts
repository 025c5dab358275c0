/**
 * A record as one flat document: each field by its path, `minutes.madeOn`, `parties[2f0c…].name`. A list's elements are
 * named by their `key` or `id`, where they have one, and else by their place; so a path goes on meaning the same thing
 * while others come and go. What is null is not there: absent and null are one.
 */
export type RecordDocument = ReadonlyMap<string, RecordValue>;
export type RecordValue = string | number | boolean;

/** By how much one document differs from another. Null: the field is not there. */
export interface FieldChange {
  readonly path: string;
  readonly before: RecordValue | null;
  readonly after: RecordValue | null;
}

/** @param tree plain data; an element's `key` names it and is no field, an object that is only a `link` is its value */
export function documentOf(tree: unknown): RecordDocument {
  const fields = new Map<string, RecordValue>();
  lay(tree, "", fields);
  return fields;
}

function lay(value: unknown, path: string, fields: Map<string, RecordValue>): void {
  if (value === null || value === undefined) return;
  if (value instanceof Date) fields.set(path, value.toISOString());
  else if (Array.isArray(value)) layList(value, path, fields);
  else if (typeof value !== "object") fields.set(path, value as RecordValue);
  else if ("link" in value) lay(value.link, path, fields);
  else {
    for (const [name, below] of Object.entries(value)) {
      if (name !== "key") lay(below, path === "" ? name : `${path}.${name}`, fields);
    }
  }
}

function layList(elements: readonly unknown[], path: string, fields: Map<string, RecordValue>): void {
  const met = new Map<string, number>();
  elements.forEach((element, place) => {
    const name = nameOf(element) ?? String(place);
    const times = (met.get(name) ?? 0) + 1;
    met.set(name, times);
    // The second of a name is told apart from the first.
    lay(element, `${path}[${times === 1 ? name : `${name}#${times}`}]`, fields);
  });
}

function nameOf(element: unknown): string | undefined {
  if (typeof element !== "object" || element === null) return undefined;
  const { key, id } = element as { readonly key?: { readonly link?: unknown } | null; readonly id?: unknown };
  const name = key?.link ?? id;
  return typeof name === "string" ? name : undefined;
}

/** What has to change for the one document to become the other, in the order of the fields. */
export function differenceOf(before: RecordDocument, after: RecordDocument): readonly FieldChange[] {
  const paths = new Set([...after.keys(), ...before.keys()]);
  return [...paths].flatMap((path) => {
    const change = { path, before: before.get(path) ?? null, after: after.get(path) ?? null };
    return change.before === change.after ? [] : [change];
  });
}

/** The document with the changes made: `apply(differenceOf(a, b), a)` is `b`. */
export function apply(changes: readonly FieldChange[], document: RecordDocument): RecordDocument {
  const fields = new Map(document);
  for (const { path, after } of changes) {
    if (after === null) fields.delete(path);
    else fields.set(path, after);
  }
  return fields;
}
