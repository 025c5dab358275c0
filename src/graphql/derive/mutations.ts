import { Arg, createUnionType, Ctx, Mutation, Resolver } from "type-graphql";
import type { StepSpec } from "../../commands/stepSpec.js";
import type { Done } from "../../commands/spec.js";
import { ref } from "../../domain/kernel/fields.js";
import type { RecordType } from "../../domain/kernel/record.js";
import { mutationOf } from "../../domain/kernel/steps.js";
import { carryOut, type CommandDone, CommandFields } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import { FAILURES } from "../shared/failures.js";
import { capital } from "../../domain/kernel/words.js";
import { described } from "./describe.js";
import { inputType } from "./inputs.js";

/**
 * A resolver with one mutation for each step of a record.
 * @param Changed what each answers when the step was carried out; else it answers with a failure
 */
export function mutationsOf(
  record: Pick<RecordType, "kind" | "id" | "words">,
  specs: readonly StepSpec[],
  Changed: new (done: Done) => CommandDone,
): new () => object {
  const Result = createUnionType({ name: `${record.kind}Result`, types: () => [Changed, ...FAILURES] as const });
  const changed = (done: Done): CommandDone => new Changed(done);
  class Mutations {}
  const methods = Mutations.prototype as Record<string, unknown>;
  for (const { name, step, spec } of specs) {
    const mutation = mutationOf(name, step);
    const isNamed = step.begins !== undefined || step.named !== undefined;
    const own = isNamed ? {} : { [record.id]: ref(record.kind, record.words) };
    const Input = inputType(`${capital(mutation)}Input`, { ...own, ...step.fields }, { Base: CommandFields });
    methods[mutation] = (input: CommandFields, context: LedgerContext) => carryOut(context, spec, input, changed);
    Arg("input", () => Input)(methods, mutation, 0);
    Ctx()(methods, mutation, 1);
    const method = Object.getOwnPropertyDescriptor(methods, mutation) as PropertyDescriptor;
    Mutation(() => Result, { description: described(step.does, step.note) })(methods, mutation, method);
  }
  Resolver()(Mutations);
  return Mutations;
}
