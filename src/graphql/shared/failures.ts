import { Field, InterfaceType, Int, ObjectType, registerEnumType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import { ALL_REFUSAL_CODES, REFUSAL_WORDS } from "../../commands/refusalCodes.js";
import { commandRefusals } from "../../commands/refusals.js";
import { authorityRefusals } from "../../domain/kernel/authority.js";
import type { Path, Refusal } from "../../domain/kernel/refusal.js";

export const RefusalCode = Object.fromEntries(ALL_REFUSAL_CODES.map((code) => [code, code]));
registerEnumType(RefusalCode, {
  name: "RefusalCode",
  valuesConfig: Object.fromEntries(
    [...REFUSAL_WORDS].map(([code, { vi, en }]) => [code, { description: `${vi} · ${en}` }]),
  ),
  description: "Why a command was refused. New codes may be added: treat an unknown one by its message.",
});

const pathOf = (path: Path): string[] => path.map(String);

@InterfaceType({ description: "Every way in which a command can be refused. A refusal has changed nothing." })
export abstract class UserError {
  @Field(() => RefusalCode)
  readonly code: string;
  @TextField(NOBODY, { description: "A sentence in English." })
  readonly message: string;
  @TextField(NOBODY, { description: "Câu giải thích bằng tiếng Việt." })
  readonly messageVi: string;
  @TextField(NOBODY, {
    list: true,
    description: 'The input field at fault, e.g. ["hostIds", "0"]; empty for the whole input.',
  })
  readonly path: string[];

  constructor(refusal: Refusal) {
    this.code = refusal.code;
    this.message = refusal.message.en;
    this.messageVi = refusal.message.vi;
    this.path = pathOf(refusal.path);
  }
}

@ObjectType({ implements: UserError, description: "A rule of the domain speaks against it." })
export class RuleRefused extends UserError {}

@ObjectType({ implements: UserError, description: "The command speaks of something that is not in the ledger." })
export class NotFound extends UserError {}

@ObjectType({ implements: UserError, description: "The caller's role or unit may not do this." })
export class NotAllowed extends UserError {}

@ObjectType({ implements: UserError, description: "The record changed since the caller read it." })
export class RevisionConflict extends UserError {}

@ObjectType({ implements: UserError, description: "The commandId stands in the ledger with another command." })
export class CommandIdReused extends UserError {}

@ObjectType({ description: "One field that does not have the right form." })
export class InputIssue {
  @TextField(NOBODY, { list: true })
  readonly path: string[];
  @TextField(NOBODY)
  readonly message: string;
  @TextField(NOBODY)
  readonly messageVi: string;

  constructor(path: Path, message: { vi: string; en: string }) {
    this.path = pathOf(path);
    this.message = message.en;
    this.messageVi = message.vi;
  }
}

@ObjectType({ implements: UserError, description: "Fields of the input do not have the right form; all are listed." })
export class InvalidInput extends UserError {
  @Field(() => [InputIssue])
  readonly issues: InputIssue[];
  @Field(() => Int)
  readonly issueCount: number;

  constructor(refusal: Refusal, issues: InputIssue[]) {
    super(refusal);
    this.issues = issues;
    this.issueCount = issues.length;
  }
}

/** The members that every command's result union has besides its success. */
export const FAILURES = [RuleRefused, NotFound, NotAllowed, RevisionConflict, CommandIdReused, InvalidInput] as const;
export type Failure = InstanceType<(typeof FAILURES)[number]>;

const KIND_BY_CODE: Readonly<Record<string, new (refusal: Refusal) => Failure>> = {
  [commandRefusals.NOT_ALLOWED([]).code]: NotAllowed,
  [commandRefusals.ACTOR_UNIT_UNKNOWN([]).code]: NotAllowed,
  [authorityRefusals.NOT_YOUR_UNIT([]).code]: NotAllowed,
  [commandRefusals.COMMAND_ID_REUSED([]).code]: CommandIdReused,
  [commandRefusals.REVISION_CONFLICT([], 0, 0).code]: RevisionConflict,
};

export function failureOf(refusal: Refusal): Failure {
  const Kind = KIND_BY_CODE[refusal.code] ?? (refusal.code.endsWith("_NOT_FOUND") ? NotFound : RuleRefused);
  return new Kind(refusal);
}
