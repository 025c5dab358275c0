import { terms } from "../../domain/kernel/terms.js";
import { say } from "../../domain/kernel/words.js";
import type { Direction } from "../../projections/table/paging.js";
import { enumType } from "../derive/enums.js";

export type OrderDirection = Direction;
const DIRECTIONS = terms("OrderDirection", "In which order a list is.", {
  ASC: say("tăng dần", "ascending"),
  DESC: say("giảm dần", "descending"),
});
export const OrderDirectionEnum = enumType(DIRECTIONS);
