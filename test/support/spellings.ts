import { isDeepStrictEqual } from "node:util";
import { getNamedType, type GraphQLInputObjectType, type GraphQLSchema, isInputObjectType, isListType } from "graphql";
import { CommandBus } from "../../src/commands/bus.js";
import { invalid } from "../../src/graphql/shared/validation.js";

/** A body that differs from another in one list, which it gives as null or empty where the other gives none. */
interface Spelling<I> {
  readonly field: string;
  readonly value: null | readonly [];
  readonly input: I;
}

/**
 * Until its end, sends every command that is carried out again under its own id, spelled otherwise: what leads to the
 * same data is the same body, and answered again; what does not is another body, and an error.
 */
export class Spellings {
  private readonly run = CommandBus.prototype.run;
  private readonly tried = new Set<string>();
  /** What was answered otherwise, and how. */
  readonly wrong: string[] = [];

  constructor(private readonly schema: GraphQLSchema) {
    const { run } = this;
    const spelledOtherwise = <I extends object>(input: I): Spelling<I>[] => this.spelledOtherwise(input);
    const judge = (spelling: Spelling<object>, answer: unknown, right: unknown): void => {
      this.tried.add(spelling.field);
      if (answer !== right)
        this.wrong.push(`${spelling.field}: ${JSON.stringify(spelling.value)} is ${String(answer)}`);
    };
    CommandBus.prototype.run = async function (spec, input, principal) {
      const send = run.bind(this);
      const spellings = spelledOtherwise(input);
      let same: readonly boolean[] = [];
      const heard: typeof spec = {
        ...spec,
        resolve(given, context) {
          const resolved = spec.resolve(given, context);
          same = spellings.map((one) => isDeepStrictEqual(spec.resolve(one.input, context), resolved));
          return resolved;
        },
      };
      const outcome = await send(heard, input, principal);
      if ("refusal" in outcome || outcome.done.replayed) return outcome;
      for (const [nth, spelling] of spellings.entries()) {
        // What the API does not take has no answer.
        if (await invalid(spelling.input)) continue;
        const again = await send(spec, spelling.input, principal);
        const answer = "done" in again ? again.done.replayed : again.refusal.code;
        judge(spelling, answer, same[nth] ? true : "COMMAND_ID_REUSED");
      }
      return outcome;
    };
  }

  /** The lists that a mutation need not give, and that no command left out, nor any of these others. */
  untried(others: readonly { readonly mutation: string; readonly input: object }[]): readonly string[] {
    const fields = this.schema.getMutationType()?.getFields() ?? {};
    const leftOut = others.flatMap(({ mutation, input }) => {
      const type = getNamedType(fields[mutation]?.args[0]?.type);
      return isInputObjectType(type) ? spellingsOf(type, input).map(({ field }) => field) : [];
    });
    const tried = new Set([...this.tried, ...leftOut]);
    const lists = new Set<string>();
    const seen = new Set<string>();
    const look = (type: GraphQLInputObjectType): void => {
      if (seen.has(type.name)) return;
      seen.add(type.name);
      for (const field of Object.values(type.getFields())) {
        const below = getNamedType(field.type);
        if (isListType(field.type)) lists.add(`${type.name}.${field.name}`);
        if (isInputObjectType(below)) look(below);
      }
    };
    for (const { args } of Object.values(fields)) {
      for (const { type } of args) {
        const input = getNamedType(type);
        if (isInputObjectType(input)) look(input);
      }
    }
    return [...lists].filter((field) => !tried.has(field));
  }

  /** Commands are sent as ever again. */
  end(): void {
    CommandBus.prototype.run = this.run;
  }

  private spelledOtherwise<I extends object>(input: I): Spelling<I>[] {
    const type = this.schema.getType(input.constructor.name);
    return isInputObjectType(type) ? spellingsOf(type, input) : [];
  }
}

function spellingsOf<I extends object>(type: GraphQLInputObjectType, input: I): Spelling<I>[] {
  return Object.values(type.getFields()).flatMap(({ name, type: fieldType }): Spelling<I>[] => {
    const value: unknown = Reflect.get(input, name);
    if (value == null) {
      if (!isListType(fieldType)) return [];
      const field = `${type.name}.${name}`;
      return [null, [] as const].map((none) => ({ field, value: none, input: withField(input, name, none) }));
    }
    const below = getNamedType(fieldType);
    if (!isInputObjectType(below)) return [];
    if (!Array.isArray(value)) {
      return spellingsOf(below, value).map((one) => ({ ...one, input: withField(input, name, one.input) }));
    }
    return value.flatMap((item: object, at) =>
      spellingsOf(below, item).map((one) => ({ ...one, input: withField(input, name, value.with(at, one.input)) })),
    );
  });
}

/** A copy of its own class, by which it is validated. */
const withField = <T extends object>(object: T, name: string, value: unknown): T =>
  Object.assign(Object.create(Object.getPrototypeOf(object) as object) as T, object, { [name]: value });
