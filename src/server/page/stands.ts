import type { Fields } from "../../domain/kernel/fields.js";
import { mutationOf, type Steps } from "../../domain/kernel/steps.js";
import type { Form, FormField, PartStanding, ShownShape } from "./sheets.js";

/** Of a correction: where in the record stands what it would change. */
export function standingIn(
  form: Form,
  steps: Steps,
  shapes: readonly ShownShape[],
): Required<Pick<Form, "stands" | "partsStand">> {
  const [, step] = Object.entries(steps).find(([name, one]) => mutationOf(name, one) === form.mutation) ?? [];
  const partsStand = partsIn(form, step?.fields ?? {}, shapes);
  // What says which part is meant stands among them.
  const lists = Object.values(partsStand).flatMap(({ named, list }) =>
    form.fields.some(({ name }) => name === named) ? [[named, list] as const] : [],
  );
  const whole = Object.entries(standsIn(form, shapes)).filter(([name]) => !(name in partsStand));
  return { stands: Object.fromEntries([...lists, ...whole]), partsStand };
}

/** What `title` is among a record's fields: each has one, so it is not among what is shown of it. */
const TITLE = "title";

/**
 * Of a correction: by each of its fields the field of the record in which what it would change stands. `agencyId` is the
 * record's `agency`, `hostIds` its `hosts`, `aboutIds` what it is `about`, `headReporterId` its `head`, a reporter.
 */
function standsIn(form: Form, shapes: readonly ShownShape[]): Readonly<Record<string, string>> {
  const shown = [TITLE, ...shapes.filter(({ as }) => as !== "ID").map(({ name }) => name)];
  return Object.fromEntries(
    form.fields.flatMap((field) => {
      const found = calledIn(field).find((name) => shown.includes(name));
      return found === undefined || field.name === form.recordField ? [] : [[field.name, found] as const];
    }),
  );
}

/** Of a correction of parts of the record: where each stands. `card`, named by its `number`, is one of the `cards`. */
function partsIn(
  { fields, recordField }: Form,
  declared: Fields,
  shapes: readonly ShownShape[],
): Readonly<Record<string, PartStanding>> {
  const naming = fields.find(({ name, required }) => required && name !== recordField && name !== "reason");
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const fieldwise = declared[name]?.fieldwise;
      const named = typeof fieldwise === "object" ? fieldwise.by : fieldwise && naming?.name;
      const list = shapes.find((shape) => shape.list && [name, `${name}s`].includes(shape.name));
      if (named === undefined || !list) return [];
      const by = list.fields?.some((field) => field.name === named) ? named : "id";
      return [[name, { list: list.name, by, named }] as const];
    }),
  );
}

function calledIn({ name, recordType }: FormField): readonly string[] {
  const bare = name.replace(/Ids?$/, "");
  if (bare === name) return [name];
  const ofKind = recordType !== null && bare.endsWith(recordType) ? [bare.slice(0, -recordType.length)] : [];
  return [name, ...(name.endsWith("s") ? [`${bare}s`] : []), bare, ...ofKind];
}
