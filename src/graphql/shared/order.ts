import { registerEnumType } from "type-graphql";
import type { Direction } from "../../projections/table/paging.js";

export type OrderDirection = Direction;
export const OrderDirectionEnum = { ASC: "ASC", DESC: "DESC" } as const;
registerEnumType(OrderDirectionEnum, { name: "OrderDirection" });
