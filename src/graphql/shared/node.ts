import { Field, ID, InterfaceType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";

@InterfaceType({ description: "Anything that has a global id." })
export abstract class Node {
  @Field(() => ID)
  get id(): string {
    throw new Error("Each node type tells its own id.");
  }
}

// Each type says of what it is made: see `TitleOf` in ../derive/recordNode.ts. One with a field of this name has its own.
const description = "What a list or a link calls it, in Vietnamese. It names nobody of whom you may not read.";
TextField(NOBODY, { description })(Node.prototype, "title");
