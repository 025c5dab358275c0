import { ID, Int } from "type-graphql";
import type { AnyField, Part } from "../../domain/kernel/fields.js";
import { GraphQLDateTime, GraphQLLocalDate, ID_SCALARS, VndScalar } from "../shared/scalars.js";
import { enumType } from "./enums.js";

/**
 * The API's type of what a field holds, filled in or shown alike; a list for what takes several.
 * @param partType the type of fields that go together: another one for what is filled in than for what is shown
 */
export function typeOf(field: AnyField, partType: (part: Part) => unknown): unknown {
  switch (field.shape) {
    case "text":
      return String;
    case "texts":
      return [String];
    case "day":
      return GraphQLLocalDate;
    case "moment":
      return GraphQLDateTime;
    case "vnd":
      return VndScalar;
    case "yes":
      return Boolean;
    case "count":
      return Int;
    case "id":
      return ID;
    case "ids":
    case "records":
      return [ID];
    case "ref":
      return ID_SCALARS[field.to];
    case "refs":
      return [ID_SCALARS[field.to]];
    case "choice":
      return enumType(field.terms);
    case "choices":
      return [enumType(field.terms)];
    case "one":
      return partType(field.part);
    case "many":
      return [partType(field.part)];
    default:
      return field satisfies never;
  }
}
