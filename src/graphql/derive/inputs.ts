import { IsBoolean, IsEnum, IsISBN, IsOptional, IsUrl, IsUUID, Matches, Max, Min } from "class-validator";
import { type ClassType, Field, InputType } from "type-graphql";
import { type AnyField, eachOptional, type Fields, type FilterOf, type Part } from "../../domain/kernel/fields.js";
import { applyDecorators } from "../shared/decorators.js";
import * as valid from "../shared/validation.js";
import { described } from "./describe.js";
import { typeOf } from "./fieldTypes.js";
import { enumType } from "./enums.js";
import { Called } from "./words.js";

/** The API's input types, made of declared fields by type-graphql's and class-validator's own decorators. */

const PARTS = new Map<string, { readonly part: Part; readonly type: ClassType }>();

/** An input type of these fields, besides those that `Base` has. */
export function inputType(
  name: string,
  fields: Fields,
  { note, Base = Object }: { readonly note?: string | undefined; readonly Base?: abstract new () => object },
): ClassType {
  const Made = { [name]: class extends (Base as new () => object) {} }[name] as ClassType;
  InputType(note === undefined ? {} : { description: note })(Made);
  for (const [key, field] of Object.entries(fields)) declareField(Made.prototype as object, key, field);
  return Made;
}

/** What a list is filtered by: each field may be left out. */
export function filterType<const F extends Fields>(name: string, fields: F): ClassType<FilterOf<F>>;
export function filterType(name: string, fields: Fields): ClassType {
  return inputType(name, eachOptional(fields), {});
}

function declareField(target: object, key: string, field: AnyField): void {
  const nullable = field.optional ?? false;
  const type = typeOf(field, partType);
  const description = described(field.words, field.note);
  const defaultValue = nullable ? undefined : field.orElse;
  Field(() => type as never, { nullable, defaultValue, description })(target, key);
  Called(field.words)(target, key);
  if (nullable) IsOptional()(target, key);
  ruleOf(field)(target, key);
}

function partType(part: Part): ClassType {
  const known = PARTS.get(part.name);
  if (known && known.part !== part) throw new Error(`There are two parts called ${part.name}.`);
  const type = known?.type ?? inputType(part.name, part.fields, { note: part.note });
  PARTS.set(part.name, { part, type });
  return type;
}

function ruleOf(field: AnyField): PropertyDecorator {
  switch (field.shape) {
    case "text":
      return textRule(field);
    case "texts":
      return valid.Texts(field.most, field.max, field.least);
    case "day":
      return valid.Day();
    case "moment":
      return valid.Moment();
    case "vnd":
      return valid.VndAmount();
    case "yes":
      return IsBoolean();
    case "count":
      return applyDecorators(valid.Count(field.max), Min(field.min), Max(field.max));
    case "id":
    case "ref":
      return IsUUID();
    case "ids":
    case "refs":
      return valid.Refs(field.most, field.least);
    case "records":
      return valid.Records(field.most, field.least);
    case "choice":
      return IsEnum(enumType(field.terms));
    case "choices":
      return valid.Choices(enumType(field.terms), field.least);
    case "one":
      return valid.One();
    case "many":
      return valid.Many(field.most, field.least);
    default:
      return field satisfies never;
  }
}

/** Numbers of papers have blanks, hyphens, slashes and brackets, and nothing in which programs are written. */
const NO_CODE = /^[^'"`<>{}\\]*$/;

function textRule({ lines, max, as }: Extract<AnyField, { readonly shape: "text" }>): PropertyDecorator {
  const rule = lines ? valid.LongText(max) : valid.Text(max);
  switch (as) {
    case undefined:
      return rule;
    case "PAPER_NUMBER":
    case "SYMBOL":
    case "SERIAL":
      return applyDecorators(Matches(NO_CODE), rule);
    case "URL":
      return applyDecorators(IsUrl({ protocols: ["http", "https"], require_protocol: true }), rule);
    case "ISBN":
      return IsISBN();
    default:
      return Matches(as);
  }
}
