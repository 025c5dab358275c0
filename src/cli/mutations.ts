import { mutationOf } from "../domain/kernel/steps.js";
import type { RecordKind } from "../domain/kernel/fields.js";
import { capital, uncapital } from "../domain/kernel/words.js";
import { RECORDS } from "../domain/records.js";

/** What the programs ask of an answer besides the id of the record: of the parts that other commands name. */
const PARTS: Partial<Readonly<Record<RecordKind, { readonly ofRecord?: string; readonly ofAnswer?: string }>>> = {
  Inspection: { ofRecord: "targets { id }", ofAnswer: "finding { id } recommendation { id }" },
  Visit: { ofRecord: "promises { id }" },
  ViolationCase: { ofRecord: "parties { id kind } violations { id title }" },
  Seizure: { ofRecord: "lines(first: 100) { nodes { id title } }" },
  Oversight: {
    ofRecord:
      "reports { id: reportId } figures { id: figureId title: label } findings { id: findingId } recommendations { id: recommendationId }",
  },
  PressItem: { ofRecord: "claims { id: claimId } requests { id: requestId }" },
  Sanction: { ofRecord: "measures { id kind } complaints { id }" },
};

/** Every mutation of the API, with the kind of record that it changes. */
const KIND_OF: ReadonlyMap<string, RecordKind> = new Map(
  RECORDS.flatMap(({ kind, steps }) =>
    Object.entries(steps).map(([name, step]) => [mutationOf(name, step), kind] as const),
  ),
);

export const MUTATION_NAMES: readonly string[] = [...KIND_OF.keys()];

/** The document that carries out the mutation and asks for everything an answer can be. */
export function documentOf(mutation: string): string {
  const kind = KIND_OF.get(mutation);
  if (kind === undefined) throw new Error(`No mutation is named "${mutation}".`);
  const { ofRecord = "", ofAnswer = "" } = PARTS[kind] ?? {};
  return `mutation ${mutation}($input: ${capital(mutation)}Input!) {
  answer: ${mutation}(input: $input) {
    ... on CommandDone { position revision replayed }
    ... on ${kind}Changed { made: ${uncapital(kind)} { id ${ofRecord} } ${ofAnswer} }
    ... on UserError { code message messageVi path }
    ... on InvalidInput { issues { path message } }
  }
}`;
}
