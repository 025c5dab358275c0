import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType({ description: "Anything that has a global id." })
export abstract class Node {
  @Field(() => ID)
  get id(): string {
    throw new Error("Each node type tells its own id.");
  }
}
