import type { Form, FormField, ShownShape } from "./sheets.js";

/** What `title` is among a record's fields: each has one, so it is not among what is shown of it. */
const TITLE = "title";

/**
 * Of a correction: by each of its fields the field of the record in which what it would change stands. `agencyId` is the
 * record's `agency`, `hostIds` its `hosts`, `aboutIds` what it is `about`, `headReporterId` its `head`, a reporter.
 */
export function standsIn(form: Form, shapes: readonly ShownShape[]): Readonly<Record<string, string>> {
  const shown = [TITLE, ...shapes.filter(({ as }) => as !== "ID").map(({ name }) => name)];
  return Object.fromEntries(
    form.fields.flatMap((field) => {
      const found = calledIn(field).find((name) => shown.includes(name));
      return found === undefined || field.name === form.recordField ? [] : [[field.name, found] as const];
    }),
  );
}

function calledIn({ name, recordType }: FormField): readonly string[] {
  const bare = name.replace(/Ids?$/, "");
  if (bare === name) return [name];
  const ofKind = recordType !== null && bare.endsWith(recordType) ? [bare.slice(0, -recordType.length)] : [];
  return [name, ...(name.endsWith("s") ? [`${bare}s`] : []), bare, ...ofKind];
}
