import { applyDecorators } from "./decorators.js";
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsDefined,
  IsEnum,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxDate,
  Min,
  MinDate,
  getMetadataStorage,
  ValidateNested,
  validate,
  type ValidationError,
} from "class-validator";
import { commandRefusals } from "../../commands/refusals.js";
import { type Bilingual, type Path, say } from "../../domain/kernel/refusal.js";
import { READABLE_LINE, READABLE_LINES } from "../../domain/kernel/text.js";
import { InputIssue, InvalidInput } from "./failures.js";

/** A line of text of `min` to `max` characters; see `READABLE_LINE`. */
export const Text = (max: number, min = 1): PropertyDecorator =>
  applyDecorators(Length(min, max), Matches(READABLE_LINE));
/** Text that may have line breaks. */
export const LongText = (max: number): PropertyDecorator => applyDecorators(Length(1, max), Matches(READABLE_LINES));
export const OptionalText = (max: number): PropertyDecorator => applyDecorators(IsOptional(), Text(max));
export const OptionalLongText = (max: number): PropertyDecorator => applyDecorators(IsOptional(), LongText(max));
/** Some lines of text, each as `Text`. */
export const Texts = (most: number, max: number, least = 1): PropertyDecorator =>
  applyDecorators(
    ArrayMinSize(least),
    ArrayMaxSize(most),
    Length(1, max, { each: true }),
    Matches(READABLE_LINE, { each: true }),
  );
/** A calendar day, parsed by its scalar; from 1945 to 2200, so that a mistyped year is caught. */
export const Day = (): PropertyDecorator => Matches(PLAUSIBLE_DAY);
export const OptionalDay = (): PropertyDecorator => applyDecorators(IsOptional(), Day());
/** A reference, parsed by its scalar. */
export const Ref = (): PropertyDecorator => IsUUID();
export const OptionalRef = (): PropertyDecorator => applyDecorators(IsOptional(), IsUUID());
export const Refs = (max: number, min = 1): PropertyDecorator =>
  applyDecorators(ArrayMinSize(min), ArrayMaxSize(max), IsUUID(undefined, { each: true }));
export const OptionalRefs = (max: number, min = 0): PropertyDecorator => applyDecorators(IsOptional(), Refs(max, min));
/** Records of any kind, by their global ids. */
export const Records = (max: number, min = 1): PropertyDecorator =>
  applyDecorators(ArrayMinSize(min), ArrayMaxSize(max), Matches(GLOBAL_ID, { each: true }));
/** A moment, parsed by its scalar; within the same years as a day. */
export const Moment = (): PropertyDecorator => applyDecorators(MinDate(EARLIEST), MaxDate(LATEST));
export const OptionalMoment = (): PropertyDecorator => applyDecorators(IsOptional(), Moment());
/** Some of an enum's values, each once. */
export const Choices = (values: object, min = 1): PropertyDecorator =>
  applyDecorators(ArrayMinSize(min), ArrayUnique(), IsEnum(values, { each: true }));
/** A sum of money, parsed by its scalar. */
export const VndAmount = (): PropertyDecorator => Matches(VND);
export const OptionalVnd = (): PropertyDecorator => applyDecorators(IsOptional(), VndAmount());
export const Count = (max = Number.MAX_SAFE_INTEGER): PropertyDecorator => applyDecorators(IsInt(), Min(0), Max(max));
export const OptionalCount = (): PropertyDecorator => applyDecorators(IsOptional(), Count());
export const One = (): PropertyDecorator => applyDecorators(IsDefined(), ValidateNested());
export const OptionalOne = (): PropertyDecorator => applyDecorators(IsOptional(), ValidateNested());
export const Many = (max: number, min = 0): PropertyDecorator =>
  applyDecorators(ArrayMinSize(min), ArrayMaxSize(max), ValidateNested({ each: true }));
export const OptionalMany = (max: number): PropertyDecorator => applyDecorators(IsOptional(), Many(max));

const GLOBAL_ID = /^[A-Za-z]+:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const VND = /^(0|[1-9]\d{0,14})$/;
const EARLIEST = new Date("1945-01-01T00:00:00Z");
const LATEST = new Date("2200-01-01T00:00:00Z");
const PLAUSIBLE_DAY = /^(19(4[5-9]|[5-9]\d)|2[01]\d\d)-\d\d-\d\d$/;

/** What a caller is told for each class-validator constraint in use. */
const SENTENCES: Readonly<Record<string, Bilingual>> = {
  isLength: say("Độ dài không đúng quy định.", "The text is empty, too short or too long."),
  matches: say(
    "Giá trị có ký tự hoặc năm không cho phép.",
    "The value has characters, or a year, that are not allowed.",
  ),
  notEquals: say("Mã này không dùng được.", "This id stands for no command."),
  isUuid: say("Phải là một UUID.", "This must be a UUID."),
  isInt: say("Phải là số nguyên.", "This must be a whole number."),
  min: say("Số quá nhỏ.", "The number is too small."),
  max: say("Số quá lớn.", "The number is too large."),
  arrayMinSize: say("Danh sách quá ngắn.", "The list is too short."),
  arrayUnique: say("Danh sách có mục lặp lại.", "The list names something twice."),
  arrayMaxSize: say("Danh sách quá dài.", "The list is too long."),
  minDate: say("Thời điểm không hợp lý.", "The moment lies outside the years that the ledger takes."),
  maxDate: say("Thời điểm không hợp lý.", "The moment lies outside the years that the ledger takes."),
  isIsbn: say("Phải là một mã ISBN.", "This must be an ISBN."),
  isUrl: say("Phải là địa chỉ http(s).", "This must be an http(s) address."),
};
const OTHERWISE = say("Giá trị không đúng dạng.", "The value does not have the right form.");

/**
 * For each object class-validator goes through every class that has rules, for those that it inherits. There are hundreds of
 * inputs, and the rules of a class do not change once it is made: they are looked up once.
 */
function lookUpRulesOnce(): void {
  const storage = getMetadataStorage();
  const lookUp = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<typeof lookUp>>();
  storage.getTargetValidationMetadatas = (target, ...rest) => {
    let rules = known.get(target);
    if (!rules) known.set(target, (rules = lookUp(target, ...rest)));
    return rules;
  };
}
lookUpRulesOnce();

/** Checks an input object against its class-validator rules; undefined when all hold. Values are not repeated. */
export async function invalid(input: object): Promise<InvalidInput | undefined> {
  const errors = await validate(input, { forbidUnknownValues: true, validationError: { target: false, value: false } });
  if (errors.length === 0) return undefined;
  const issues = errors.flatMap((error) => issuesOf(error, []));
  return new InvalidInput(commandRefusals.INVALID_INPUT(issues[0]?.path ?? []), issues);
}

function issuesOf(error: ValidationError, parent: Path): InputIssue[] {
  const path = [...parent, error.property];
  const own = Object.keys(error.constraints ?? {}).map((name) => new InputIssue(path, SENTENCES[name] ?? OTHERWISE));
  return [...own, ...(error.children ?? []).flatMap((child) => issuesOf(child, path))];
}

/** Text as people type it, made comparable: composed (NFC) and without blanks around it. Changes the input in place. */
export function tidy<T>(input: T): T {
  if (typeof input === "string") return input.normalize("NFC").trim() as T;
  if (input === null || typeof input !== "object" || input instanceof Date) return input;
  for (const [key, value] of Object.entries(input)) (input as Record<string, unknown>)[key] = tidy(value);
  return input;
}
